"use client";
/** The lines of an account: what is known of the person, where they belong, their mailbox and their password. */
import { Badge, DefinitionList, DefinitionRow, InlineEdit, RelativeTime } from "@rollcall/ui";
import { Check, CircleAlert, Clock } from "lucide-react";
import Link from "next/link";
import type { AccountDetails } from "@rollcall/accounts";
import { useAccount } from "./account-context";
import { AccountGroups } from "./account-groups";
import { DepartmentRow } from "./department-row";
import { useEditAccount, type TextField } from "./use-edit-account";

export function AccountProfile() {
  const account = useAccount();
  return (
    <div className="grid gap-x-8 gap-y-7 md:grid-cols-2">
      <div className="flex flex-col gap-7">
        <AccountLines account={account} />
        <Attributes account={account} />
        <Origin account={account} />
      </div>
      <div className="flex flex-col gap-7">
        <AccountGroups account={account} />
        <Mailbox account={account} />
        {account.kind === "PERSON" && <Password account={account} />}
      </div>
    </div>
  );
}

function Line({
  field,
  label,
  value,
  type,
}: {
  field: TextField;
  label: string;
  value: string | null;
  type?: "email" | "tel";
}) {
  const account = useAccount();
  const edit = useEditAccount(account);
  return (
    <InlineEdit
      label={label}
      value={value ?? ""}
      type={type}
      disabled={!account.may.edit}
      onSave={(text) =>
        edit({ [field]: field === "fullName" || field === "email" ? text : text === "" ? null : text })
      }
    />
  );
}

function AccountLines({ account }: { account: AccountDetails }) {
  return (
    <DefinitionList title="Account">
      <Line field="fullName" label="Name" value={account.name} />
      <Line field="email" label="Primary address" value={account.email} type="email" />
      {account.aliases.length > 0 && (
        <DefinitionRow label="Other addresses">{account.aliases.join(", ")}</DefinitionRow>
      )}
      {account.username !== null && <DefinitionRow label="User name">{account.username}</DefinitionRow>}
      <DepartmentRow account={account} />
      <Line field="phone" label="Phone" value={account.phone} type="tel" />
      <Line field="contactEmail" label="Contact address" value={account.contactEmail} type="email" />
      {account.accountCode !== null && (
        <DefinitionRow label="Account code">{account.accountCode}</DefinitionRow>
      )}
      <Line field="description" label="Description" value={account.description} />
      {account.note !== null && <DefinitionRow label="Note">{account.note}</DefinitionRow>}
    </DefinitionList>
  );
}

function Attributes({ account }: { account: AccountDetails }) {
  if (account.attributes.length === 0) return null;
  return (
    <DefinitionList title="Attributes">
      {account.attributes.map(({ name, value }) => (
        <DefinitionRow key={name} label={name}>
          {value}
        </DefinitionRow>
      ))}
    </DefinitionList>
  );
}

function Origin({ account }: { account: AccountDetails }) {
  const sources = { MANUAL: "Added by hand", IMPORTED: "Imported", DIRECTORY: "From the directory" };
  return (
    <DefinitionList title="Where it comes from">
      <DefinitionRow label="Source">{sources[account.source]}</DefinitionRow>
      <DefinitionRow label="Created">
        <RelativeTime value={account.createdAt} as="date" />
        {account.createdBy !== null && <span className="text-foreground-3"> by {account.createdBy}</span>}
      </DefinitionRow>
      {account.imports.slice(0, 3).map((lineage) => (
        <DefinitionRow
          key={`${lineage.importId} ${lineage.kind}`}
          label={lineage.kind === "created" ? "Created by" : "Updated by"}
        >
          <Link href={`/imports/${lineage.importId}`} className="rounded-xs text-accent-text hover:underline">
            {lineage.fileName}
          </Link>
          {lineage.line !== null && <span className="text-foreground-3">, line {lineage.line}</span>}
        </DefinitionRow>
      ))}
    </DefinitionList>
  );
}

function Mailbox({ account }: { account: AccountDetails }) {
  const onOff = (value: boolean | null) => (value === null ? null : value ? "Allowed" : "Not allowed");
  return (
    <DefinitionList title="Mailbox">
      <Line field="exchangeDomain" label="Exchange domain" value={account.exchangeDomain} />
      <Line field="exchangeUsername" label="Exchange user name" value={account.exchangeUsername} />
      {account.pop !== null && <DefinitionRow label="POP">{onOff(account.pop)}</DefinitionRow>}
      {account.submit !== null && (
        <DefinitionRow label="SMTP submission">{onOff(account.submit)}</DefinitionRow>
      )}
      {account.delegates.length > 0 && (
        <DefinitionRow label="May open it">{account.delegates.join(", ")}</DefinitionRow>
      )}
    </DefinitionList>
  );
}

const passwordStates = {
  set: { words: "Set by the owner", tone: "success", icon: <Check /> },
  waiting: { words: "Imported, works already", tone: "info", icon: <Clock /> },
  none: { words: "None yet: only a mailed link lets them in", tone: "warning", icon: <CircleAlert /> },
} as const;

function Password({ account }: { account: AccountDetails }) {
  const { state, changedAt, mustChange, neverExpires } = account.password;
  const { words, tone, icon } = passwordStates[state];
  return (
    <DefinitionList title="Password">
      <DefinitionRow label="State">
        <Badge variant="mark" tone={tone} icon={icon} className="!flex [&>span]:whitespace-normal">
          {state === "set" && mustChange ? "Set, must be changed at the next sign-in" : words}
        </Badge>
      </DefinitionRow>
      {changedAt !== null && (
        <DefinitionRow label="Changed">
          <RelativeTime value={changedAt} as="date" />
        </DefinitionRow>
      )}
      {neverExpires && <DefinitionRow label="Expires">Never</DefinitionRow>}
      <DefinitionRow label="Last seen">
        {account.lastSeenAt === null ? "Never" : <RelativeTime value={account.lastSeenAt} as="moment" />}
      </DefinitionRow>
      <DefinitionRow label="Signed in">
        {account.sessions === 0
          ? "Nowhere"
          : account.sessions === 1
            ? "In one browser"
            : `In ${account.sessions} browsers`}
      </DefinitionRow>
    </DefinitionList>
  );
}
