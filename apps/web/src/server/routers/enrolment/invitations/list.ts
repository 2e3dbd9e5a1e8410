/** `enrolment.invitations.list`: a page of invitations, newest first. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { pageShape, recordId, toPageInput } from "../../people/shapes";
import { invitationPageOutput, invitationState } from "../outputs";

const Input = z.strictObject({
  state: invitationState.optional(),
  importId: recordId.optional(),
  accountId: recordId.optional(),
  search: z.string().max(400).optional(),
  ...pageShape,
});

export const list = procedure
  .input(Input)
  .output(invitationPageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listInvitations(ctx, toPageInput(input))));
