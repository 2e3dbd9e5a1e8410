"use client";
/** Tools at the end of the filter line: order, columns, export. */
import { Button, Menu, MenuCheckboxItem, MenuRadioGroup, MenuSeparator } from "@rollcall/ui";
import { ArrowDownUp, Columns3, Download } from "lucide-react";
import { useState } from "react";
import type { AccountSort } from "@rollcall/accounts";
import { lazyPart } from "../pieces/lazy-part";
import { useIsPhone } from "../shell/reader";
import { useMay } from "../shell/viewer-context";
import type { UserColumn } from "./user-columns";
import type { UsersQuery } from "./users-query";

// Only who exports needs it.
const ExportDialog = lazyPart(() => import("./export-dialog").then((module) => module.ExportDialog));

const sortLabels = {
  name: "Name",
  email: "Email",
  department: "Department",
  status: "Status",
  created: "Created",
  lastSeen: "Last seen",
} as const satisfies Record<AccountSort, string>;

export interface UsersToolsProps {
  query: UsersQuery;
  onChange: (query: UsersQuery) => void;
  columns: readonly UserColumn[];
  hidden: ReadonlySet<string>;
  onShow: (id: string, shown: boolean) => void;
}

export function UsersTools({ query, onChange, columns, hidden, onShow }: UsersToolsProps) {
  const phone = useIsPhone();
  const mayExport = useMay("imports.read");
  return (
    <>
      <SortMenu query={query} onChange={onChange} />
      {!phone && (
        <Menu
          align="end"
          label="Columns"
          trigger={
            <Button variant="ghost" size="sm" icon={<Columns3 />}>
              Columns
            </Button>
          }
        >
          {columns
            .filter((column) => column.id !== "name")
            .map((column) => (
              <MenuCheckboxItem
                key={column.id}
                checked={!hidden.has(column.id)}
                onCheckedChange={(shown) => onShow(column.id, shown)}
              >
                {column.title}
              </MenuCheckboxItem>
            ))}
        </Menu>
      )}
      {!phone && mayExport && <Export query={query} />}
    </>
  );
}

function SortMenu({ query, onChange }: Pick<UsersToolsProps, "query" | "onChange">) {
  const { by, direction } = query.sort;
  return (
    <Menu
      align="end"
      label="Order"
      trigger={
        <Button variant="ghost" size="sm" icon={<ArrowDownUp />}>
          {sortLabels[by]}
        </Button>
      }
    >
      <MenuRadioGroup
        label="Order by"
        value={by}
        onValueChange={(next) => onChange({ ...query, sort: { by: next as AccountSort, direction } })}
        options={Object.entries(sortLabels).map(([value, label]) => ({ value, label }))}
      />
      <MenuSeparator />
      <MenuRadioGroup
        label="Direction"
        value={direction}
        onValueChange={(next) =>
          onChange({ ...query, sort: { by, direction: next === "desc" ? "desc" : "asc" } })
        }
        options={[
          { value: "asc", label: "Ascending" },
          { value: "desc", label: "Descending" },
        ]}
      />
    </Menu>
  );
}

/** Files that can be imported again, of the list as it is searched and filtered. */
function Export({ query }: { query: UsersQuery }) {
  const [open, setOpen] = useState(false);
  const filtered = query.search.trim() !== "" || Object.keys(query.filters).length > 0;
  return (
    <>
      <Button variant="ghost" size="sm" icon={<Download />} onClick={() => setOpen(true)}>
        Export
      </Button>
      {open && (
        <ExportDialog
          what={filtered ? "everybody in this list, as it is searched and filtered" : "everybody"}
          search={query.search}
          filters={query.filters}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
