"use client";
/** The domain that user names of a file belong to: one of the organisation's, or a new one that is added on the spot. */
import { Callout, Combobox } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";

export interface DomainPickerProps {
  domain: string | null;
  onChange: (domain: string | null) => void;
}

export function DomainPicker({ domain, onChange }: DomainPickerProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const domains = useQuery(trpc.organisation.domains.list.queryOptions());
  const create = useMutation(
    trpc.organisation.domains.create.mutationOptions({
      onSuccess: async (made) => {
        onChange(made.name);
        await queries.invalidateQueries({ queryKey: trpc.organisation.domains.pathKey() });
      },
    }),
  );
  const names = (domains.data ?? []).map(({ name }) => name);
  return (
    <>
      <Combobox
        aria-label="Domain of the user names"
        placeholder="Find a domain"
        emptyText={names.length === 0 ? "No domain yet: type one to add it" : "No domain has that name"}
        items={names.map((name) => ({ value: name, label: name }))}
        value={domain === null ? null : { value: domain, label: domain }}
        onValueChange={(chosen) => onChange(chosen?.value ?? null)}
        onCreate={(name) => create.mutate({ name })}
        createLabel={(name) => `Add the domain ${name}`}
        loading={domains.isFetching || create.isPending}
      />
      <p className="mt-1.5 text-xs text-pretty text-foreground-3">
        {domain === null
          ? "This format has user names only. They become addresses of this domain."
          : `jsmith becomes jsmith@${domain}`}
      </p>
      {create.error !== null && (
        <Callout tone="danger" live className="mt-2">
          {describeTrouble(create.error).message}
        </Callout>
      )}
    </>
  );
}
