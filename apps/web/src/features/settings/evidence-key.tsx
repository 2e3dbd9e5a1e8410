"use client";
/** The public key by which evidence bundles of this installation are known, to be noted elsewhere. It cannot be changed here. */
import { CopyButton, DefinitionList, DefinitionRow, SkeletonRows } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";
import { QueryTrouble } from "../pieces/query-trouble";

export function EvidenceKey() {
  const trpc = useTRPC();
  const key = useQuery(trpc.organisation.evidenceKey.queryOptions());
  return (
    <section>
      <h2 className="text-base font-semibold">Evidence</h2>
      <p className="mb-2 text-foreground-3">
        The evidence of every import is signed with a key of this installation (Ed25519). Note its fingerprint
        outside of it: whoever has it can check a downloaded bundle, without trusting anybody here, with{" "}
        <code className="font-mono">rollcall import-report ID --verify FILE --key FINGERPRINT</code>.
      </p>
      {key.data !== undefined ? (
        <DefinitionList labelWidth={220}>
          <Line label="Fingerprint" text={key.data.fingerprint} copy="Copy the fingerprint" />
          <Line label="Public key" text={key.data.publicKey} copy="Copy the public key" whole />
        </DefinitionList>
      ) : key.isError ? (
        <QueryTrouble what="evidence key" error={key.error} onRetry={() => void key.refetch()} />
      ) : (
        <SkeletonRows rows={2} label="Loading the evidence key" />
      )}
    </section>
  );
}

interface LineProps {
  label: string;
  text: string;
  copy: string;
  whole?: boolean | undefined;
}

/** `whole`: one long word, broken anywhere; else between its parts only. */
function Line({ label, text, copy, whole = false }: LineProps) {
  return (
    <DefinitionRow label={label}>
      <span className="flex items-center gap-1">
        <span className={`min-w-0 font-mono text-sm ${whole ? "break-all" : ""}`}>{text}</span>
        <CopyButton text={text} label={copy} />
      </span>
    </DefinitionRow>
  );
}
