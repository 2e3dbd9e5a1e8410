"use client";
/** The form of a policy: its name and its sentences, one a line, as people will read them on their phones. */
import { Checkbox, Field, Input, Textarea } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Policy } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { RegisterDialog } from "../register/register-dialog";
import type { RegisterFormProps } from "../register/register-screen";
import { useRegisterForm } from "../register/use-register-form";

export function PolicyForm({ row, open, onClose, onDelete }: RegisterFormProps<Policy>) {
  const trpc = useTRPC();
  const create = useMutation(trpc.organisation.policies.create.mutationOptions());
  const update = useMutation(trpc.organisation.policies.update.mutationOptions());
  const { errors, trouble, busy, save } = useRegisterForm(["name", "rules"], onClose);
  const [name, setName] = useState(row?.name ?? "");
  const [text, setText] = useState((row?.rules ?? []).join("\n"));
  const [isDefault, setDefault] = useState(row?.isDefault ?? false);
  const submit = () => {
    const rules = text.split("\n").filter((line) => line.trim() !== "");
    const missing: Record<string, string> = {};
    if (name.trim() === "") missing["name"] = "Give the policy a name.";
    return save(missing, async () => {
      const fields = { name, rules, isDefault };
      const saved =
        row === null
          ? await create.mutateAsync(fields)
          : await update.mutateAsync({ policyId: row.id, ...fields });
      return row === null ? `The policy ${saved.name} is there.` : `The policy ${saved.name} is saved.`;
    });
  };
  return (
    <RegisterDialog
      one="policy"
      name={row?.name ?? null}
      description="What an organisation asks of a device, said before anybody enrols it."
      open={open}
      onClose={onClose}
      onDelete={onDelete}
      onSubmit={() => void submit()}
      busy={busy}
      trouble={trouble}
    >
      <Field label="Name" error={errors["name"]}>
        <Input
          value={name}
          placeholder="Staff phones"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field
        label="Sentences"
        error={errors["rules"]}
        description="One a line. They stand on the page where people enrol, word for word."
      >
        <Textarea
          rows={5}
          value={text}
          placeholder={"The screen locks after five minutes.\nWork data is removed when the device is lost."}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Checkbox
        checked={isDefault}
        onCheckedChange={setDefault}
        label="Default policy"
        description="Holds for people whose groups carry none. It takes the place of the default there is."
      />
    </RegisterDialog>
  );
}
