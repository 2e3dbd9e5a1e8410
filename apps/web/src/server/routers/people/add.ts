/** `people.add`: one new account. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountOutput } from "./outputs";
import { adminRole } from "./shapes";

const Input = z.strictObject({
  email: z.string().max(400),
  fullName: z.string().max(1000),
  role: z.enum(["ADMINISTRATOR", "USER"]).optional(),
  adminRole: adminRole.nullish(),
  departmentName: z.string().max(1000).nullish(),
  groups: z.array(z.string().max(1000)).max(100).optional(),
  password: z.string().max(4096).nullish(),
  sendWelcome: z.boolean(),
  phone: z.string().max(400).nullish(),
  contactEmail: z.string().max(400).nullish(),
  description: z.string().max(8000).nullish(),
});

export const add = procedure
  .input(Input)
  .output(accountOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.addAccount(ctx, input)));
