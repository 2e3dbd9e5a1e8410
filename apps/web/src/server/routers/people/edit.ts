/** `people.edit`: changes fields of one account, if nobody changed it since `version`. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountFields } from "./account-fields";
import { accountOutput } from "./outputs";
import { accountId } from "./shapes";

const Input = z.strictObject({
  accountId,
  version: z.number().int(),
  fields: z.strictObject(accountFields),
});

export const edit = procedure
  .input(Input)
  .output(accountOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.editAccount(ctx, input)));
