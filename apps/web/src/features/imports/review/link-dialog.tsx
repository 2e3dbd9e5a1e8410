"use client";
/** Says which account a row means, when its address is another one: found by name or address. */
import type { ImportRowView } from "@rollcall/accounts";
import { Button, Combobox, Dialog, Field, type ComboboxItem } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import type { Edits } from "./use-edits";

export interface LinkDialogProps {
  row: ImportRowView;
  /** whose row it is, as the file has it */
  who: string;
  edits: Edits;
  onClose: () => void;
}

export function LinkDialog({ row, who, edits, onClose }: LinkDialogProps) {
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<ComboboxItem | null>(null);
  const search = query.trim();
  const accounts = useQuery(
    trpc.people.list.queryOptions(
      { limit: 20, ...(search === "" ? {} : { search }) },
      { placeholderData: keepPreviousData, staleTime: 10_000 },
    ),
  );
  const items = (accounts.data?.items ?? []).map(({ id, email, name }) => ({
    value: id,
    label: name === "" ? email : name,
    description: email,
  }));
  const link = async () => {
    if (chosen === null) return;
    const rows = { rowNos: [row.rowNo] };
    const result = await edits.run({ kind: "decide", decision: "link", accountId: chosen.value, rows });
    if (result !== null) onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      locked={edits.busy}
      title="Link to an account"
      description={`Line ${row.line.toLocaleString("en-GB")}${who === "" ? "" : `, ${who},`} then means that account. It keeps its address and is given ${row.email ?? "the one of the file"} as an alias.`}
      onSubmit={() => void link()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" loading={edits.busy} disabled={chosen === null}>
            Link
          </Button>
        </>
      }
    >
      <Field label="Account">
        <Combobox
          autoFocus
          items={items}
          value={chosen}
          onValueChange={setChosen}
          onQueryChange={setQuery}
          loading={accounts.isFetching}
          placeholder="Name or address"
          emptyText="Nobody is called that"
        />
      </Field>
    </Dialog>
  );
}
