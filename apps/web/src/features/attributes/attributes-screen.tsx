"use client";
/** Attributes: the fields that the organisation added to its accounts, and how many accounts have a value for each. */
import { Num, RelativeTime } from "@rollcall/ui";
import type { GridColumn } from "@rollcall/ui/data-grid";
import { useQuery } from "@tanstack/react-query";
import type { Attribute } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { countOf } from "../pieces/words";
import { RegisterScreen } from "../register/register-screen";
import { useMay } from "../shell/viewer-context";

const AttributeForm = lazyPart(() => import("./attribute-form").then((module) => module.AttributeForm));
const DeleteAttribute = lazyPart(() => import("./delete-attribute").then((module) => module.DeleteAttribute));

const words = {
  title: "Attributes",
  one: "attribute",
  many: "attributes",
  href: "/attributes",
  emptyTitle: "No attributes yet",
  emptyWords:
    "An attribute is a field of your own: cost centre, badge, language. Imports make one for each column that they do not know.",
};

export function AttributesScreen() {
  const trpc = useTRPC();
  const list = useQuery(trpc.organisation.attributes.list.queryOptions());
  return (
    <RegisterScreen<Attribute>
      words={words}
      list={list}
      mayWrite={useMay("accounts.write")}
      columns={columns}
      detail={(attribute) => countOf(attribute.accounts, "account")}
      form={(props) => <AttributeForm {...props} />}
      removal={({ row, ...props }) => <DeleteAttribute attribute={row} {...props} />}
    />
  );
}

const columns: GridColumn<Attribute>[] = [
  {
    id: "source",
    header: "Made by",
    width: "minmax(120px, 1fr)",
    cell: (attribute) => (
      <span className="text-foreground-3">
        {attribute.importId === null ? "Hand" : `Import ${attribute.importId}`}
      </span>
    ),
  },
  {
    id: "created",
    header: "Created",
    width: 120,
    cell: (attribute) => <RelativeTime value={attribute.createdAt} as="day" className="text-foreground-3" />,
  },
  {
    id: "accounts",
    header: "Accounts",
    width: 120,
    align: "end",
    cell: (attribute) => <Num value={attribute.accounts} />,
  },
];
