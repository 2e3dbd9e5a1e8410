/** `people.add`: one new account. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountFields } from "./account-fields";
import { accountOutput } from "./outputs";
import { adminRole } from "./shapes";

const Input = z.strictObject({
  ...accountFields,
  email: z.string().max(400),
  fullName: z.string().max(1000),
  role: z.enum(["ADMINISTRATOR", "USER"]).optional(),
  adminRole: adminRole.nullish(),
  password: z.string().max(4096).nullish(),
  sendWelcome: z.boolean(),
});

export const add = procedure
  .input(Input)
  .output(accountOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.addAccount(ctx, input)));
