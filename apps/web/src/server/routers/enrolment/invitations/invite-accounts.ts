/** `enrolment.invitations.inviteAccounts`: invites chosen people. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { accountIds } from "../../people/shapes";
import { inviteOutput } from "../outputs";

const Input = z.strictObject({ accountIds });

export const inviteAccounts = procedure
  .input(Input)
  .output(inviteOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.inviteAccounts(ctx, input)));
