"use client";
/** The filters of the list of users as chips in words, and the place to add another. */
import {
  AddChip,
  Button,
  Field,
  FilterChip,
  FilterPart,
  Kbd,
  Menu,
  MenuRadioGroup,
  Popover,
  Select,
} from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { AccountFilters } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { useSingleKey } from "../shell/shortcuts";
import { choiceFields, withFilter, type ChoiceField } from "./filter-fields";

const NamedCombobox = lazyPart(() =>
  import("../pieces/named-combobox").then((module) => module.NamedCombobox),
);

export interface UsersFiltersProps {
  filters: AccountFilters;
  onChange: (filters: AccountFilters) => void;
}

export function UsersFilters({ filters, onChange }: UsersFiltersProps) {
  const set = (name: keyof AccountFilters) => (value: string | null) =>
    onChange(withFilter(filters, name, value));
  return (
    <>
      {choiceFields.map((field) => {
        const value = filters[field.name];
        if (value === undefined) return null;
        return <ChoiceChip key={field.name} field={field} value={value} onChange={set(field.name)} />;
      })}
      {filters.departmentId !== undefined && (
        <NamedChip kind="department" id={filters.departmentId} onChange={set("departmentId")} />
      )}
      {filters.groupId !== undefined && (
        <NamedChip kind="group" id={filters.groupId} onChange={set("groupId")} />
      )}
      {filters.planId !== undefined && <PlanChip id={filters.planId} onChange={set("planId")} />}
      {filters.importId !== undefined && (
        <FilterChip
          field="Created"
          verb="by"
          value={`import ${filters.importId}`}
          onRemove={() => set("importId")(null)}
          removeLabel="Remove filter Import"
        />
      )}
      <AddFilter filters={filters} onChange={onChange} />
    </>
  );
}

function ChoiceChip({
  field,
  value,
  onChange,
}: {
  field: ChoiceField;
  value: string;
  onChange: (value: string | null) => void;
}) {
  const label = field.options.find((option) => option.value === value)?.label ?? value;
  return (
    <FilterChip
      field={field.label}
      verb="is"
      value={
        <Menu label={field.label} trigger={<FilterPart strong>{label}</FilterPart>}>
          <MenuRadioGroup value={value} onValueChange={onChange} options={field.options} />
        </Menu>
      }
      onRemove={() => onChange(null)}
      removeLabel={`Remove filter ${field.label}`}
    />
  );
}

function NamedChip({
  kind,
  id,
  onChange,
}: {
  kind: "group" | "department";
  id: string;
  onChange: (value: string | null) => void;
}) {
  const name = useName(kind, id);
  const title = kind === "group" ? "Group" : "Department";
  return (
    <FilterChip
      field={title}
      verb="is"
      value={
        <Popover label={title} width={260} trigger={<FilterPart strong>{name ?? "…"}</FilterPart>}>
          {(close) => (
            <NamedCombobox
              kind={kind}
              label={title}
              autoFocus
              value={null}
              onValueChange={(item) => {
                close();
                if (item !== null) onChange(item.value);
              }}
            />
          )}
        </Popover>
      }
      onRemove={() => onChange(null)}
      removeLabel={`Remove filter ${title}`}
    />
  );
}

/** There are few plans: all of them fit into a menu. */
function PlanChip({ id, onChange }: { id: string; onChange: (value: string | null) => void }) {
  const plans = usePlans();
  const name = plans.find((plan) => plan.value === id)?.label ?? "…";
  return (
    <FilterChip
      field="Plan"
      verb="is"
      value={
        <Menu label="Plan" trigger={<FilterPart strong>{name}</FilterPart>}>
          <MenuRadioGroup value={id} onValueChange={onChange} options={plans} />
        </Menu>
      }
      onRemove={() => onChange(null)}
      removeLabel="Remove filter Plan"
    />
  );
}

function usePlans() {
  const trpc = useTRPC();
  const plans = useQuery(trpc.organisation.plans.list.queryOptions());
  return (plans.data ?? []).map((plan) => ({ value: plan.id, label: plan.name }));
}

/** The name behind an id in the address; undefined until it is known. */
function useName(kind: "group" | "department", id: string): string | undefined {
  const trpc = useTRPC();
  const group = useQuery(
    trpc.organisation.group.queryOptions({ groupId: id }, { enabled: kind === "group" }),
  );
  const department = useQuery(
    trpc.organisation.department.queryOptions(
      { departmentId: id },
      { enabled: kind === "department" && id !== "none" },
    ),
  );
  if (id === "none") return "none";
  const found = kind === "group" ? group : department;
  return found.isError ? "gone" : found.data?.name;
}

function PlanField({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const plans = usePlans();
  if (plans.length === 0) return null;
  return (
    <Field label="Plan">
      <Select
        placeholder="Any"
        value={value}
        options={[{ value: "", label: "Any" }, ...plans]}
        onValueChange={(next) => onChange(next === "" ? null : next)}
      />
    </Field>
  );
}

function AddFilter({ filters, onChange }: UsersFiltersProps) {
  const [open, setOpen] = useState(false);
  useSingleKey("f", () => setOpen(true));
  return (
    <Popover
      label="Add a filter"
      width={280}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <AddChip icon={<Plus />} kbd={<Kbd keys="F" className="-mr-1 max-md:hidden" />}>
          Filter
        </AddChip>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          {choiceFields.map((field) => (
            <Field key={field.name} label={field.label}>
              <Select
                placeholder="Any"
                value={filters[field.name] ?? null}
                options={[{ value: "", label: "Any" }, ...field.options]}
                onValueChange={(value) =>
                  onChange(withFilter(filters, field.name, value === "" ? null : value))
                }
              />
            </Field>
          ))}
          <Field label="Department">
            <NamedCombobox
              kind="department"
              value={null}
              placeholder={filters.departmentId === undefined ? "Any" : "Another"}
              onValueChange={(item) => onChange(withFilter(filters, "departmentId", item?.value ?? null))}
            />
          </Field>
          <Field label="Group">
            <NamedCombobox
              kind="group"
              value={null}
              placeholder={filters.groupId === undefined ? "Any" : "Another"}
              onValueChange={(item) => onChange(withFilter(filters, "groupId", item?.value ?? null))}
            />
          </Field>
          <PlanField
            value={filters.planId ?? null}
            onChange={(value) => onChange(withFilter(filters, "planId", value))}
          />
          <Button size="sm" onClick={close} className="self-end">
            Done
          </Button>
        </div>
      )}
    </Popover>
  );
}
