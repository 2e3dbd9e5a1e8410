"use client";
/** The password of an account, its switches, and where the person is signed in. */
import { Badge, DefinitionList, DefinitionRow, RelativeTime } from "@rollcall/ui";
import { Check, CircleAlert, Clock } from "lucide-react";
import type { AccountDetails } from "@rollcall/accounts";
import { SwitchLine } from "./line";

const passwordStates = {
  set: { words: "Set by the owner", tone: "success", icon: <Check /> },
  waiting: { words: "Imported, works already", tone: "info", icon: <Clock /> },
  none: { words: "None yet: only a mailed link lets them in", tone: "warning", icon: <CircleAlert /> },
} as const;

export function AccountPassword({ account }: { account: AccountDetails }) {
  const { may } = account;
  const { state, changedAt, mustChange, neverExpires } = account.password;
  const { words, tone, icon } = passwordStates[state];
  return (
    <DefinitionList title="Password and access">
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
      <SwitchLine
        label="Change at next sign-in"
        checked={mustChange}
        disabled={state === "none"}
        fields={(mustChangePassword) => ({ mustChangePassword })}
      />
      <SwitchLine
        label="Never expires"
        checked={neverExpires}
        fields={(passwordNeverExpires) => ({ passwordNeverExpires })}
      />
      <SwitchLine
        label="Locked out"
        checked={account.lockedOut}
        disabled={account.lockedOut ? !may.unlock : !may.lock}
        fields={(lockedOut) => ({ lockedOut })}
      />
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
