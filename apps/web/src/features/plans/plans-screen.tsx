"use client";
/** Service plans: which services an account gets, which plan is the default, and how many accounts have each. */
import { Badge, Num } from "@rollcall/ui";
import type { GridColumn } from "@rollcall/ui/data-grid";
import { useQuery } from "@tanstack/react-query";
import { Ban, CircleCheck, Star } from "lucide-react";
import dynamic from "next/dynamic";
import type { ServicePlan } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { countOf } from "../pieces/words";
import { RegisterScreen } from "../register/register-screen";
import { useMay } from "../shell/viewer-context";

const PlanForm = lazyPart(() => import("./plan-form").then((module) => module.PlanForm));
const DeletePlan = lazyPart(() => import("./delete-plan").then((module) => module.DeletePlan));

const PlanActions = dynamic(() => import("./plan-actions").then((module) => module.PlanActions), {
  ssr: false,
});

const words = {
  title: "Plans",
  one: "plan",
  many: "plans",
  href: "/plans",
  emptyTitle: "No plans yet",
  emptyWords:
    "A plan says which services an account gets: mail, calendar, storage. Files name plans; the default goes to whoever they name none for.",
};

export function PlansScreen() {
  const trpc = useTRPC();
  const list = useQuery(trpc.organisation.plans.list.queryOptions());
  return (
    <RegisterScreen<ServicePlan>
      words={words}
      list={list}
      mayWrite={useMay("accounts.write")}
      columns={columns}
      texts={(plan) => [plan.description ?? "", ...plan.services]}
      marks={(plan) => plan.isDefault && <DefaultMark />}
      detail={(plan) => `${servicesOf(plan)} · ${countOf(plan.accounts, "account")}`}
      end={(plan) => <PlanState plan={plan} />}
      actions={(plan) => <PlanActions plan={plan} />}
      form={(props) => <PlanForm {...props} />}
      removal={({ row, ...props }) => <DeletePlan plan={row} {...props} />}
    />
  );
}

function DefaultMark() {
  return (
    <Badge tone="neutral" icon={<Star />}>
      Default
    </Badge>
  );
}

function servicesOf(plan: ServicePlan): string {
  return plan.services.length === 0 ? "No services" : plan.services.join(", ");
}

function PlanState({ plan }: { plan: ServicePlan }) {
  return plan.enabled ? (
    <Badge tone="success" variant="mark" icon={<CircleCheck />}>
      Enabled
    </Badge>
  ) : (
    <Badge tone="neutral" variant="plain" icon={<Ban />}>
      Disabled
    </Badge>
  );
}

const columns: GridColumn<ServicePlan>[] = [
  {
    id: "services",
    header: "Services",
    width: "minmax(160px, 1.6fr)",
    cell: (plan) => (
      <span
        className={plan.services.length === 0 ? "truncate text-foreground-3" : "truncate"}
        title={plan.services.join(", ")}
      >
        {servicesOf(plan)}
      </span>
    ),
  },
  {
    id: "description",
    header: "Description",
    width: "minmax(120px, 1.4fr)",
    cell: (plan) => (
      <span className="truncate text-foreground-3" title={plan.description ?? undefined}>
        {plan.description ?? "–"}
      </span>
    ),
  },
  { id: "state", header: "State", width: 104, cell: (plan) => <PlanState plan={plan} /> },
  {
    id: "accounts",
    header: "Accounts",
    width: 100,
    align: "end",
    cell: (plan) => <Num value={plan.accounts} />,
  },
];
