"use client";
/** The form of a domain: its name, which stays, and which mail it takes. */
import { Field, Input, RadioGroup } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Domain } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { RegisterDialog } from "../register/register-dialog";
import type { RegisterFormProps } from "../register/register-screen";
import { useRegisterForm } from "../register/use-register-form";
import { validations } from "./validations";

type Validation = Domain["recipientValidation"];

export function DomainForm({ row, open, onClose, onDelete }: RegisterFormProps<Domain>) {
  const trpc = useTRPC();
  const create = useMutation(trpc.organisation.domains.create.mutationOptions());
  const update = useMutation(trpc.organisation.domains.update.mutationOptions());
  const { errors, trouble, busy, save } = useRegisterForm(["name"], onClose);
  const [name, setName] = useState("");
  const [recipientValidation, setValidation] = useState<Validation>(row?.recipientValidation ?? "NONE");
  const submit = () => {
    const missing = row === null && name.trim() === "" ? { name: "Type the domain, like example.com." } : {};
    return save(missing, async () => {
      const saved =
        row === null
          ? await create.mutateAsync({ name, recipientValidation })
          : await update.mutateAsync({ domainId: row.id, recipientValidation });
      return row === null ? `${saved.name} is one of your domains.` : `${saved.name} is saved.`;
    });
  };
  return (
    <RegisterDialog
      one="domain"
      name={row?.name ?? null}
      open={open}
      onClose={onClose}
      onDelete={onDelete}
      onSubmit={() => void submit()}
      busy={busy}
      trouble={trouble}
    >
      {row === null && (
        <Field label="Domain" error={errors["name"]} description="What stands behind the @ of its addresses.">
          <Input
            value={name}
            placeholder="example.com"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
      )}
      <RadioGroup<Validation>
        label="Takes mail for"
        value={recipientValidation}
        onValueChange={setValidation}
        options={(Object.keys(validations) as Validation[]).map((value) => ({
          value,
          label: validations[value].label,
          description: validations[value].meaning,
        }))}
      />
    </RegisterDialog>
  );
}
