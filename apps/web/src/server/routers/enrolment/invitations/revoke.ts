/** `enrolment.invitations.revoke`: takes an invitation back. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ invitationId: recordId });

export const revoke = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.revokeInvitation(ctx, input));
  });
