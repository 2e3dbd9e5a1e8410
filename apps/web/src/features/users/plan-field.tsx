"use client";
/** The service plan of a new user, in the form that adds one. */
import { Field, Select } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";

/** Only where there are plans to choose from. */
export function PlanField(props: {
  size: "touch" | "md";
  value: string;
  error: string | undefined;
  onChange: (plan: string) => void;
}) {
  const trpc = useTRPC();
  const plans = useQuery(trpc.organisation.plans.list.queryOptions());
  const enabled = (plans.data ?? []).filter((plan) => plan.enabled);
  if (enabled.length === 0) return null;
  return (
    <Field label="Plan" optional error={props.error}>
      <Select
        size={props.size}
        value={props.value}
        options={[{ value: "", label: "None" }, ...enabled.map(({ name }) => ({ value: name, label: name }))]}
        onValueChange={props.onChange}
      />
    </Field>
  );
}
