"use client";
/** The mappings that are kept: those made for such columns first, the newest of all used at one press. */
import { Button, Menu, MenuGroup, MenuItem, MenuSeparator } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { Bookmark, ChevronDown } from "lucide-react";
import { useTRPC } from "../../../trpc/client";
import type { Look } from "../upload/look";
import { withMapping, type Draft } from "./match-draft";

export interface SavedMappingMenuProps {
  look: Look;
  draft: Draft;
  onUse: (draft: Draft) => void;
}

export function SavedMappingMenu({ look, draft, onUse }: SavedMappingMenuProps) {
  const trpc = useTRPC();
  const all = useQuery(trpc.imports.mappings.queryOptions({}));
  const saved = all.data ?? [];
  const fitting = saved.filter(({ fingerprint }) => fingerprint === look.fingerprint);
  const others = saved.filter(({ fingerprint }) => fingerprint !== look.fingerprint);
  const first = fitting[0];
  if (saved.length === 0) return null;
  const item = (one: (typeof saved)[number]) => (
    <MenuItem
      key={one.id}
      icon={<Bookmark />}
      hint={`version ${String(one.version)}`}
      onSelect={() => onUse(withMapping(draft, { ...one.mapping, name: one.name, version: one.version }))}
    >
      {one.name}
    </MenuItem>
  );
  return (
    <>
      {first !== undefined && draft.name !== first.name && (
        <Button
          icon={<Bookmark />}
          onClick={() =>
            onUse(withMapping(draft, { ...first.mapping, name: first.name, version: first.version }))
          }
        >
          Use “{first.name}”
        </Button>
      )}
      <Menu
        align="end"
        label="Saved mappings"
        trigger={
          <Button
            icon={first === undefined || draft.name === first.name ? <Bookmark /> : undefined}
            trailing={<ChevronDown />}
          >
            Use a saved mapping
          </Button>
        }
      >
        {fitting.length > 0 && <MenuGroup label="Made for these columns">{fitting.map(item)}</MenuGroup>}
        {fitting.length > 0 && others.length > 0 && <MenuSeparator />}
        {others.length > 0 && <MenuGroup label="For other files">{others.map(item)}</MenuGroup>}
      </Menu>
    </>
  );
}
