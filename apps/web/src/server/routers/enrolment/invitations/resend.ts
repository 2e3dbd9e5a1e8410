/** `enrolment.invitations.resend`: sends an invitation again, under a new link. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ invitationId: recordId });

export const resend = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.resendInvitation(ctx, input));
  });
