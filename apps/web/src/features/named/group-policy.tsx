"use client";
/** Which policy a group carries for the devices of its members, and what it says. */
import { AsideSection, InlineEdit } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import type { GroupDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble } from "../../trpc/error";

export function GroupPolicy({ group }: { group: GroupDetails }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const policies = useQuery(trpc.organisation.policies.list.queryOptions());
  const set = useMutation(trpc.organisation.setGroupPolicy.mutationOptions());
  const all = policies.data ?? [];
  const carried = all.find((policy) => policy.id === group.policy?.id);
  const usual = all.find((policy) => policy.isDefault);
  const holds = group.policy === null ? usual : carried;
  const none = usual === undefined ? "None" : `The default, ${usual.name}`;
  if (all.length === 0 && group.policy === null) return null;
  return (
    <AsideSection title="Devices of its people" meta={<Link href="/policies">Policies</Link>}>
      <dl style={{ "--label": "92px" } as React.CSSProperties}>
        <InlineEdit
          label="Policy"
          value={group.policy?.id ?? ""}
          display={
            group.policy === null ? <span className="text-foreground-3">{none}</span> : group.policy.name
          }
          options={[
            { value: "", label: none },
            ...all.map((policy) => ({ value: policy.id, label: policy.name })),
          ]}
          disabled={!group.may.edit}
          onSave={async (id) => {
            try {
              await set.mutateAsync({ groupId: group.id, policyId: id === "" ? null : id });
              return null;
            } catch (error) {
              return describeTrouble(error).message;
            } finally {
              await queries.invalidateQueries();
            }
          }}
        />
      </dl>
      {holds !== undefined && (
        <ul className="flex flex-col gap-1.5 pt-1 pb-1">
          {holds.rules.map((rule) => (
            <li key={rule} className="flex gap-2 text-foreground-2">
              <ShieldCheck className="mt-0.5 size-3.5 shrink-0 text-foreground-3" />
              <span className="min-w-0 break-words text-pretty">{rule}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="pt-1 text-xs text-pretty text-foreground-3">
        Of somebody’s groups, the first by name that carries a policy decides.
      </p>
    </AsideSection>
  );
}
