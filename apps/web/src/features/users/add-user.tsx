"use client";
/** The drawer in which one user is added. It has an address (`?add=1`), so it can be linked and closed by going back. */
import { Button, Callout, Checkbox, Drawer, Field, Input, Select, type ComboboxItem } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../trpc/client";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { grantable, type Grant } from "../account/grants";
import { Form } from "../pieces/form";
import { NamedCombobox, NamedMultiCombobox } from "../pieces/named-combobox";
import { useNews } from "../pieces/use-news";
import { useIsPhone } from "../shell/reader";
import { useViewer } from "../shell/viewer-context";

export function AddUser() {
  const params = useSearchParams();
  const router = useRouter();
  const path = usePathname();
  const open = params.get("add") !== null;
  const close = () => {
    const rest = new URLSearchParams(params);
    rest.delete("add");
    router.replace(rest.size === 0 ? path : `${path}?${rest}`, { scroll: false });
  };
  return (
    <Drawer
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title="Add user"
      description="One person. For many, import a list."
      footer={<Footer onCancel={close} />}
    >
      {open && <AddUserForm onDone={close} />}
    </Drawer>
  );
}

const FORM = "add-user";

function Footer({ onCancel }: { onCancel: () => void }) {
  const phone = useIsPhone();
  return (
    <div className="flex w-full gap-2 max-md:flex-col-reverse md:justify-end">
      <Button size={phone ? "touch" : "md"} onClick={onCancel}>
        Cancel
      </Button>
      <Button size={phone ? "touch" : "md"} type="submit" form={FORM} variant="primary">
        Add user
      </Button>
    </div>
  );
}

interface Values {
  fullName: string;
  email: string;
  department: ComboboxItem | null;
  groups: ComboboxItem[];
  grant: Grant;
  sendWelcome: boolean;
}

const empty: Values = {
  fullName: "",
  email: "",
  department: null,
  groups: [],
  grant: "USER",
  sendWelcome: true,
};

function AddUserForm({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const news = useNews();
  const router = useRouter();
  const viewer = useViewer();
  const size = useIsPhone() ? "touch" : "md";
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const add = useMutation(
    trpc.people.add.mutationOptions({
      onSuccess: (account) => {
        onDone();
        news.done(
          values.sendWelcome
            ? `${account.name} is added; the welcome mail is on its way.`
            : `${account.name} is added.`,
          [{ label: "Open", onClick: () => router.push(`/users/${account.id}`) }],
        );
      },
      onError: (error) => setErrors(errorsOf(error)),
    }),
  );
  const set = (change: Partial<Values>) => setValues((now) => ({ ...now, ...change }));
  const submit = () => {
    const found = missing(values);
    setErrors(found);
    if (Object.keys(found).length > 0 || add.isPending) return;
    const { fullName, email, department, groups, grant, sendWelcome } = values;
    add.mutate({
      fullName,
      email,
      sendWelcome,
      departmentName: department?.label ?? null,
      groups: groups.map((group) => group.label),
      role: grant === "USER" ? "USER" : "ADMINISTRATOR",
      adminRole: grant === "USER" ? null : grant,
    });
  };
  return (
    <Form id={FORM} onSubmit={submit} errors={errors} className="flex flex-col gap-4">
      {add.error !== null && Object.keys(errors).length === 0 && (
        <Callout tone="danger" live>
          {describeTrouble(add.error).message}
        </Callout>
      )}
      <Field label="Full name" error={errors["fullName"]}>
        <Input
          size={size}
          value={values.fullName}
          onChange={(event) => set({ fullName: event.currentTarget.value })}
        />
      </Field>
      <Field label="Address" error={errors["email"]} description="They sign in with it, and mail goes there.">
        <Input
          size={size}
          type="email"
          autoCapitalize="none"
          spellCheck={false}
          value={values.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
      </Field>
      <Field label="Department" optional error={errors["departmentName"]}>
        <NamedCombobox
          kind="department"
          value={values.department}
          onValueChange={(department) => set({ department })}
          onCreate={(name) => set({ department: { value: `new ${name}`, label: name } })}
        />
      </Field>
      <Field label="Groups" optional error={errors["groups"]}>
        <NamedMultiCombobox
          kind="group"
          value={values.groups}
          onValueChange={(groups) => set({ groups })}
          onCreate={(name) => set({ groups: [...values.groups, { value: `new ${name}`, label: name }] })}
        />
      </Field>
      <Field label="Role" error={errors["role"] ?? errors["adminRole"]}>
        <Select<Grant>
          size={size}
          value={values.grant}
          options={grantable(viewer)}
          onValueChange={(grant) => set({ grant })}
        />
      </Field>
      <Checkbox
        checked={values.sendWelcome}
        onCheckedChange={(sendWelcome) => set({ sendWelcome })}
        label="Send a welcome mail"
        description="With a link to choose a password. Without it they have no way in until you send one."
      />
      {/* Enter in a field submits; the visible button stands in the drawer's foot. */}
      <button type="submit" hidden />
    </Form>
  );
}

function missing(values: Values): Record<string, string> {
  const found: Record<string, string> = {};
  if (values.fullName.trim() === "") found["fullName"] = "Type the person's name.";
  if (!values.email.includes("@")) found["email"] = "Type a whole mail address.";
  return found;
}

/** A taken address is a mistake in its field. */
function errorsOf(error: unknown): Record<string, string> {
  const { refusal, message } = describeTrouble(error);
  return refusal?.code === "address-taken" ? { email: message } : fieldErrors(error);
}
