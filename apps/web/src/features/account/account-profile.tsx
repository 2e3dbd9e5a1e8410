"use client";
/** The lines of an account: what is known of the person, where they belong, their mailbox and their password. */
import { DefinitionList, SkeletonRows } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useAccount } from "./account-context";
import { AccountGroups } from "./account-groups";
import { AddressesRow } from "./addresses-row";
import { DepartmentRow } from "./department-row";
import { ChoiceLine, TextLine } from "./line";

/** Below the fold. */
const AccountAttributes = dynamic(
  () => import("./account-attributes").then((module) => module.AccountAttributes),
  { ssr: false },
);
const AccountOrigin = dynamic(() => import("./account-origin").then((module) => module.AccountOrigin), {
  ssr: false,
  loading: () => <SkeletonRows rows={3} label="Loading where it comes from" />,
});
const AccountPassword = dynamic(() => import("./account-password").then((module) => module.AccountPassword), {
  ssr: false,
  loading: () => <SkeletonRows rows={4} label="Loading the password" />,
});

export function AccountProfile() {
  const account = useAccount();
  return (
    <div className="grid gap-x-8 gap-y-7 md:grid-cols-2">
      <div className="flex flex-col gap-7">
        <AccountLines account={account} />
        <AccountAttributes account={account} />
        <AccountOrigin account={account} />
      </div>
      <div className="flex flex-col gap-7">
        <AccountGroups account={account} />
        <NameParts account={account} />
        <Mailbox account={account} />
        {account.kind === "PERSON" && <AccountPassword account={account} />}
      </div>
    </div>
  );
}

const kindOptions = [
  { value: "PERSON", label: "Person" },
  { value: "LIST", label: "Distribution list" },
];

function AccountLines({ account }: { account: AccountDetails }) {
  return (
    <DefinitionList title="Account">
      <TextLine field="fullName" label="Name" value={account.name} />
      <TextLine field="email" label="Primary address" value={account.email} type="email" />
      <AddressesRow
        label="Other addresses"
        one="another address"
        values={account.aliases}
        fields={(aliases) => ({ aliases })}
      />
      <TextLine field="username" label="User name" value={account.username} />
      <DepartmentRow account={account} />
      <PlanLine account={account} />
      <TextLine field="phone" label="Phone" value={account.phone} type="tel" />
      <TextLine field="contactEmail" label="Contact address" value={account.contactEmail} type="email" />
      <TextLine
        field="accountCode"
        label="Account code"
        value={account.accountCode}
        may={account.may.accountCode}
      />
      <TextLine field="description" label="Description" value={account.description} />
      <TextLine field="note" label="Note" value={account.note} />
      <ChoiceLine
        label="Kind"
        value={account.kind}
        options={kindOptions}
        fields={(kind) => ({ kind: kind === "LIST" ? "LIST" : "PERSON" })}
      />
    </DefinitionList>
  );
}

/** Only enabled plans are offered; one that was disabled since stays with who has it. */
function PlanLine({ account }: { account: AccountDetails }) {
  const trpc = useTRPC();
  const plans = useQuery(trpc.organisation.plans.list.queryOptions());
  const enabled = (plans.data ?? []).filter((plan) => plan.enabled || plan.id === account.planId);
  const names = new Set([
    ...enabled.map((plan) => plan.name),
    ...(account.plan === null ? [] : [account.plan]),
  ]);
  return (
    <ChoiceLine
      label="Plan"
      value={account.plan ?? ""}
      options={[
        { value: "", label: "–" },
        ...[...names].map((name) => ({
          value: name,
          label: name,
          description: enabled.find((plan) => plan.name === name)?.services.join(", "),
        })),
      ]}
      fields={(name) => ({ planName: name === "" ? null : name })}
    />
  );
}

/** The parts of a name, as some systems want them. */
function NameParts({ account }: { account: AccountDetails }) {
  if (account.kind === "LIST") return null;
  return (
    <DefinitionList title="Parts of the name">
      <TextLine field="givenName" label="Given" value={account.givenName} />
      <TextLine field="middleName" label="Middle" value={account.middleName} />
      <TextLine field="familyName" label="Family" value={account.familyName} />
    </DefinitionList>
  );
}

/** Nothing said is a state of its own: files leave the switch alone then. */
const switchOptions = [
  { value: "", label: "Not said" },
  { value: "yes", label: "Allowed" },
  { value: "no", label: "Not allowed" },
];
const written = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
const read = (text: string) => (text === "" ? null : text === "yes");

function Mailbox({ account }: { account: AccountDetails }) {
  return (
    <DefinitionList title="Mailbox">
      <TextLine field="exchangeDomain" label="Exchange domain" value={account.exchangeDomain} />
      <TextLine field="exchangeUsername" label="Exchange user name" value={account.exchangeUsername} />
      <ChoiceLine
        label="POP"
        value={written(account.pop)}
        options={switchOptions}
        fields={(text) => ({ pop: read(text) })}
      />
      <ChoiceLine
        label="SMTP submission"
        value={written(account.submit)}
        options={switchOptions}
        fields={(text) => ({ submit: read(text) })}
      />
      <AddressesRow
        label="May open it"
        one="somebody’s address"
        values={account.delegates}
        fields={(delegates) => ({ delegates })}
      />
    </DefinitionList>
  );
}
