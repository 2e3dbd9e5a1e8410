/** `audit.list`: a page of the audit log, newest first. */
import * as accounts from "@rollcall/accounts";
import type { AuditPage } from "@rollcall/accounts";
import { z } from "zod";
import { auditFilter } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = auditFilter.extend({
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200),
});

export const list = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<AuditPage> =>
    unwrap(await accounts.listAuditEvents(ctx, { ...input, cursor: input.cursor ?? undefined })),
  );
