/** `enrolment.invitations.inviteImported`: invites everybody whom an import created, once. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";
import { inviteOutput } from "../outputs";

const Input = z.strictObject({ importId: recordId });

export const inviteImported = procedure
  .input(Input)
  .output(inviteOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.inviteImported(ctx, input)));
