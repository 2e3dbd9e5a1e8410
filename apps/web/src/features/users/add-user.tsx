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
import { PlanField } from "./plan-field";

export interface AddUserProps {
  /** the group whose page it is opened from */
  group?: { id: string; name: string } | undefined;
}

export function AddUser({ group }: AddUserProps) {
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
      description={
        group === undefined ? "One person. For many, import a list." : `One person, into ${group.name}.`
      }
      footer={<Footer onCancel={close} />}
    >
      {open && <AddUserForm group={group} onDone={close} />}
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
  exchangeDomain: string;
  exchangeUsername: string;
  plan: string;
  sendWelcome: boolean;
}

const empty: Values = {
  fullName: "",
  email: "",
  department: null,
  groups: [],
  grant: "USER",
  exchangeDomain: "",
  exchangeUsername: "",
  plan: "",
  sendWelcome: true,
};

function AddUserForm({ group, onDone }: AddUserProps & { onDone: () => void }) {
  const trpc = useTRPC();
  const news = useNews();
  const router = useRouter();
  const viewer = useViewer();
  const size = useIsPhone() ? "touch" : "md";
  const [values, setValues] = useState({
    ...empty,
    groups: group === undefined ? [] : [{ value: group.id, label: group.name }],
  });
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
    const { fullName, email, department, groups: into, grant, plan, sendWelcome } = values;
    add.mutate({
      fullName,
      email,
      sendWelcome,
      departmentName: department?.label ?? null,
      groups: into.map((one) => one.label),
      ...(plan === "" ? {} : { planName: plan }),
      exchangeDomain: values.exchangeDomain.trim() || null,
      exchangeUsername: values.exchangeUsername.trim() || null,
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
      <Field
        label="Address"
        error={errors["email"]}
        description="The Email ID: they sign in with it, and mail goes there."
      >
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
      <div className="grid grid-cols-2 gap-3">
        <Field label="Exchange domain" optional error={errors["exchangeDomain"]}>
          <Input
            size={size}
            autoCapitalize="none"
            spellCheck={false}
            value={values.exchangeDomain}
            onChange={(event) => set({ exchangeDomain: event.currentTarget.value })}
          />
        </Field>
        <Field label="Exchange user" optional error={errors["exchangeUsername"]}>
          <Input
            size={size}
            autoCapitalize="none"
            spellCheck={false}
            value={values.exchangeUsername}
            onChange={(event) => set({ exchangeUsername: event.currentTarget.value })}
          />
        </Field>
      </div>
      <PlanField
        size={size}
        value={values.plan}
        error={errors["planName"]}
        onChange={(plan) => set({ plan })}
      />
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
