/** `audit.list`: a page of the audit log, newest first. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { pageShape, toPageInput } from "../people/shapes";
import { auditPageOutput } from "./outputs";
import { auditFilter } from "./shapes";

const Input = auditFilter.extend(pageShape);

export const list = procedure
  .input(Input)
  .output(auditPageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listAuditEvents(ctx, toPageInput(input))));
