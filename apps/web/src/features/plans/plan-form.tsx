"use client";
/** The form of a plan: name, what it is for, its services, whether it can be given, and whether it is the default. */
import { Checkbox, Combobox, Field, Input, Textarea, type ComboboxItem } from "@rollcall/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ServicePlan } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { RegisterDialog } from "../register/register-dialog";
import type { RegisterFormProps } from "../register/register-screen";
import { useRegisterForm } from "../register/use-register-form";

/** Offered while no plan names any; others are typed. */
const usual = ["Mail", "Calendar", "Contacts", "Storage", "VPN"];

export function PlanForm({ row, open, onClose, onDelete }: RegisterFormProps<ServicePlan>) {
  const trpc = useTRPC();
  const { plans } = trpc.organisation;
  const create = useMutation(plans.create.mutationOptions());
  const update = useMutation(plans.update.mutationOptions());
  const { errors, trouble, busy, save } = useRegisterForm(
    ["name", "description", "services", "enabled", "isDefault"],
    onClose,
  );
  const [name, setName] = useState(row?.name ?? "");
  const [description, setDescription] = useState(row?.description ?? "");
  const [services, setServices] = useState(row?.services ?? []);
  const [enabled, setEnabled] = useState(row?.enabled ?? true);
  const [isDefault, setDefault] = useState(row?.isDefault ?? false);
  const submit = () =>
    save(name.trim() === "" ? { name: "Give the plan a name." } : {}, async () => {
      const fields = { name, description: description.trim() || null, services, enabled, isDefault };
      const saved =
        row === null
          ? await create.mutateAsync(fields)
          : await update.mutateAsync({ planId: row.id, ...fields });
      return row === null ? `The plan ${saved.name} is there.` : `The plan ${saved.name} is saved.`;
    });
  return (
    <RegisterDialog
      one="plan"
      name={row?.name ?? null}
      description="Accounts get the services that their plan names."
      open={open}
      onClose={onClose}
      onDelete={onDelete}
      onSubmit={() => void submit()}
      busy={busy}
      trouble={trouble}
    >
      <Field label="Name" error={errors["name"]} description="Files name the plan by it.">
        <Input value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label="Services" optional error={errors["services"]}>
        <Services value={services} onChange={setServices} />
      </Field>
      <Field label="Description" optional error={errors["description"]}>
        <Textarea
          rows={2}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
      </Field>
      <div className="flex flex-col gap-3">
        <Checkbox
          checked={enabled}
          disabled={isDefault}
          onCheckedChange={setEnabled}
          label="Enabled"
          description="A disabled plan is given to nobody new; who has it keeps it."
        />
        <Fault>{errors["enabled"]}</Fault>
        <Checkbox
          checked={isDefault}
          disabled={!enabled || row?.isDefault === true}
          onCheckedChange={setDefault}
          label="Default plan"
          description={
            row?.isDefault === true
              ? "To change this, make another plan the default."
              : "For accounts that no plan is named for. It takes the place of the default there is."
          }
        />
        <Fault>{errors["isDefault"]}</Fault>
      </div>
    </RegisterDialog>
  );
}

function Fault({ children }: { children: string | undefined }) {
  return (
    <p role="alert" className="text-xs text-danger empty:hidden">
      {children}
    </p>
  );
}

function Services({ value, onChange }: { value: string[]; onChange: (services: string[]) => void }) {
  const trpc = useTRPC();
  const known = useQuery(trpc.organisation.plans.list.queryOptions());
  const names = new Set([...(known.data ?? []).flatMap((plan) => plan.services), ...usual, ...value]);
  const item = (name: string): ComboboxItem => ({ value: name, label: name });
  return (
    <Combobox
      multiple
      items={[...names].sort((one, other) => one.localeCompare(other)).map(item)}
      value={value.map(item)}
      onValueChange={(items) => onChange(items.map((one) => one.label))}
      onCreate={(name) => onChange([...value, name.trim()])}
      createLabel={(name) => `Service “${name}”`}
      placeholder={value.length === 0 ? "Choose or type a service" : ""}
      emptyText="Type its name"
    />
  );
}
