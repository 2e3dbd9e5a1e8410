/** `mail.list`: a page of outgoing mail, newest first. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId, pageShape, toPageInput } from "../people/shapes";
import { messagePageOutput } from "./outputs";

const Input = z.strictObject({
  state: z.enum(["QUEUED", "RETRYING", "SENT", "FAILED", "UNKNOWN", "CANCELLED"]).optional(),
  importId: recordId.optional(),
  accountId: recordId.optional(),
  search: z.string().max(400).optional(),
  ...pageShape,
});

export const list = procedure
  .input(Input)
  .output(messagePageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listMessages(ctx, toPageInput(input))));
