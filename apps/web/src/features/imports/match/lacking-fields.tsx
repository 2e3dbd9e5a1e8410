"use client";
/** What new people get where the file says nothing: a value a field, for everybody alike. */
import { Button, IconButton, Menu, MenuItem } from "@rollcall/ui";
import { Plus, X } from "lucide-react";
import type { Draft } from "./match-draft";
import { defaultTargets, labelOf, valuesOf } from "./targets";
import { Meaning } from "./value-list";

export function LackingFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const given = Object.entries(draft.defaults);
  const free = defaultTargets.filter((target) => draft.defaults[target] === undefined);
  const set = (defaults: Record<string, string>): void => onChange({ ...draft, defaults, changed: true });
  return (
    <section className="mt-6">
      <h3 className="text-sm font-semibold">Fields the file lacks</h3>
      <p className="mb-2 text-xs text-pretty text-foreground-3">
        Taken for everybody when there is no such column, and for new people when its cell is empty.
      </p>
      <ul className="space-y-1.5">
        {given.map(([target, value]) => {
          const label = labelOf(target as (typeof defaultTargets)[number]);
          return (
            <li key={target} className="flex flex-wrap items-center gap-2">
              <span className="min-w-32 font-medium">{label}</span>
              <Meaning
                label={`${label} for everybody`}
                fixed={valuesOf(target)}
                value={value}
                onChange={(next) => set({ ...draft.defaults, [target]: next })}
              />
              <IconButton
                size="sm"
                label={`Take ${label} away`}
                icon={<X />}
                onClick={() => {
                  const { [target]: _, ...rest } = draft.defaults;
                  set(rest);
                }}
              />
            </li>
          );
        })}
      </ul>
      <Menu
        label="Field to fill in"
        trigger={
          <Button size="sm" icon={<Plus />} className={given.length === 0 ? "" : "mt-2"}>
            Fill in a field
          </Button>
        }
      >
        {free.map((target) => (
          <MenuItem
            key={target}
            onSelect={() => set({ ...draft.defaults, [target]: valuesOf(target)?.[0] ?? "" })}
          >
            {labelOf(target)}
          </MenuItem>
        ))}
      </Menu>
    </section>
  );
}
