"use client";
/** The organisation's mail domains: which mail each takes, and how many accounts have their address there. */
import { MenuItem, Num, RelativeTime } from "@rollcall/ui";
import type { GridColumn } from "@rollcall/ui/data-grid";
import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import Link from "next/link";
import type { Domain } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { countOf } from "../pieces/words";
import { RegisterScreen } from "../register/register-screen";
import { useMay } from "../shell/viewer-context";
import { validations } from "./validations";

const DomainForm = lazyPart(() => import("./domain-form").then((module) => module.DomainForm));
const DeleteDomain = lazyPart(() => import("./delete-domain").then((module) => module.DeleteDomain));

const words = {
  title: "Domains",
  one: "domain",
  many: "domains",
  href: "/domains",
  emptyTitle: "No domains yet",
  emptyWords:
    "Name the mail domains that are yours. Then imports can tell a mistyped domain, and mailbox switches count only on your own.",
};

export function DomainsScreen() {
  const trpc = useTRPC();
  const list = useQuery(trpc.organisation.domains.list.queryOptions());
  return (
    <RegisterScreen<Domain>
      words={words}
      list={list}
      mayWrite={useMay("settings.write")}
      columns={columns}
      detail={(domain) => validations[domain.recipientValidation].label}
      end={(domain) => <span className="text-foreground-3">{countOf(domain.accounts, "account")}</span>}
      actions={(domain) => (
        <MenuItem
          icon={<Users />}
          render={<Link href={`/users?search=${encodeURIComponent(domain.name)}`} prefetch={false} />}
        >
          Find its accounts
        </MenuItem>
      )}
      form={(props) => <DomainForm {...props} />}
      removal={({ row, ...props }) => <DeleteDomain domain={row} {...props} />}
    />
  );
}

const columns: GridColumn<Domain>[] = [
  {
    id: "validation",
    header: "Takes mail for",
    width: "minmax(200px, 2fr)",
    cell: (domain) => (
      <span className="truncate" title={validations[domain.recipientValidation].meaning}>
        {validations[domain.recipientValidation].label}
      </span>
    ),
  },
  {
    id: "created",
    header: "Added",
    width: 120,
    cell: (domain) => <RelativeTime value={domain.createdAt} as="day" className="text-foreground-3" />,
  },
  {
    id: "accounts",
    header: "Accounts",
    width: 120,
    align: "end",
    cell: (domain) => <Num value={domain.accounts} />,
  },
];
