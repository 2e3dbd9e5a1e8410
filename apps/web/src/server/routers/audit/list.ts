/** `audit.list`: a page of the audit log, newest first. */
import * as accounts from "@rollcall/accounts";
import type { AuditPage } from "@rollcall/accounts";
import { z } from "zod";
import { auditFilter } from "./shapes";
import { pageShape, toPageInput } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = auditFilter.extend({
  ...pageShape,
});

export const list = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<AuditPage> =>
    unwrap(await accounts.listAuditEvents(ctx, toPageInput(input))),
  );
