"use client";
/** Policies: sentences that hold for the devices of a group's members, and where each holds. */
import { Badge, Num } from "@rollcall/ui";
import type { GridColumn } from "@rollcall/ui/data-grid";
import { useQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import dynamic from "next/dynamic";
import type { Policy } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { countOf } from "../pieces/words";
import { RegisterScreen } from "../register/register-screen";
import { useMay } from "../shell/viewer-context";

const PolicyForm = lazyPart(() => import("./policy-form").then((module) => module.PolicyForm));
const DeletePolicy = lazyPart(() => import("./delete-policy").then((module) => module.DeletePolicy));

const PolicyActions = dynamic(() => import("./policy-actions").then((module) => module.PolicyActions), {
  ssr: false,
});

const words = {
  title: "Policies",
  one: "policy",
  many: "policies",
  href: "/policies",
  emptyTitle: "No policies yet",
  emptyWords:
    "A policy says in plain sentences what holds for a device. People read it before they enrol; groups carry it.",
};

export function PoliciesScreen() {
  const trpc = useTRPC();
  const list = useQuery(trpc.organisation.policies.list.queryOptions());
  return (
    <RegisterScreen<Policy>
      words={words}
      list={list}
      mayWrite={useMay("accounts.write")}
      columns={columns}
      texts={(policy) => policy.rules}
      marks={(policy) =>
        policy.isDefault && (
          <Badge tone="neutral" icon={<Star />}>
            Default
          </Badge>
        )
      }
      detail={(policy) => policy.rules[0] ?? "Says nothing yet"}
      end={(policy) => <span className="text-foreground-3">{countOf(policy.groups, "group")}</span>}
      actions={(policy) => <PolicyActions policy={policy} />}
      form={(props) => <PolicyForm {...props} />}
      removal={({ row, ...props }) => <DeletePolicy policy={row} {...props} />}
    />
  );
}

const columns: GridColumn<Policy>[] = [
  {
    id: "rules",
    header: "Says",
    width: "minmax(220px, 3fr)",
    cell: (policy) => (
      <span className="truncate text-foreground-2" title={policy.rules.join("\n")}>
        {policy.rules[0] ?? <span className="text-foreground-3">Nothing yet</span>}
        {policy.rules.length > 1 && (
          <span className="text-foreground-3"> and {countOf(policy.rules.length - 1, "sentence")} more</span>
        )}
      </span>
    ),
  },
  {
    id: "groups",
    header: "Groups",
    width: 96,
    align: "end",
    cell: (policy) => <Num value={policy.groups} />,
  },
  {
    id: "devices",
    header: "Devices",
    width: 96,
    align: "end",
    cell: (policy) => <Num value={policy.devices} />,
  },
];
