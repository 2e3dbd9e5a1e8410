/** `enrolment.link.check`: whose invitation it is, and what will hold. A mutation, so that the token stands in no address and no
 * access log; it uses nothing up. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { invitationLinkOutput } from "../outputs";

const Input = z.strictObject({
  token: z.string().min(1).max(200),
  touchPoints: z.number().int().min(0).max(1000).optional(),
});

export const check = procedure
  .input(Input)
  .output(invitationLinkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.checkInvitation(ctx, input)));
