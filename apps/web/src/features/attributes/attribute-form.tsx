"use client";
/** The form of an attribute: its name. */
import { Field, Input } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Attribute } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { RegisterDialog } from "../register/register-dialog";
import type { RegisterFormProps } from "../register/register-screen";
import { useRegisterForm } from "../register/use-register-form";

export function AttributeForm({ row, open, onClose, onDelete }: RegisterFormProps<Attribute>) {
  const trpc = useTRPC();
  const create = useMutation(trpc.organisation.attributes.create.mutationOptions());
  const update = useMutation(trpc.organisation.attributes.update.mutationOptions());
  const { errors, trouble, busy, save } = useRegisterForm(["name"], onClose);
  const [name, setName] = useState(row?.name ?? "");
  const submit = () =>
    save(name.trim() === "" ? { name: "Give the attribute a name." } : {}, async () => {
      const saved =
        row === null
          ? await create.mutateAsync({ name })
          : await update.mutateAsync({ attributeId: row.id, name });
      return row === null
        ? `The attribute ${saved.name} is there.`
        : `The attribute is called ${saved.name} now.`;
    });
  return (
    <RegisterDialog
      one="attribute"
      name={row?.name ?? null}
      description={row === null ? undefined : "Values stay; only the name changes."}
      open={open}
      onClose={onClose}
      onDelete={onDelete}
      onSubmit={() => void submit()}
      busy={busy}
      trouble={trouble}
    >
      <Field
        label="Name"
        error={errors["name"]}
        description="The heading of its column in files, whatever its case."
      >
        <Input value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
    </RegisterDialog>
  );
}
