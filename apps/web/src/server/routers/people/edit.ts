/** `people.edit`: changes fields of one account, if nobody changed it since `version`. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountOutput } from "./outputs";
import { accountId } from "./shapes";

const text = z.string().max(1000).nullish();

const Input = z.strictObject({
  accountId,
  version: z.number().int(),
  fields: z.strictObject({
    fullName: z.string().max(1000).optional(),
    givenName: text,
    middleName: text,
    familyName: text,
    email: z.string().max(400).optional(),
    departmentName: text,
    phone: text,
    contactEmail: text,
    description: z.string().max(8000).nullish(),
    exchangeDomain: text,
    exchangeUsername: text,
    mustChangePassword: z.boolean().optional(),
    groups: z.array(z.string().max(1000)).max(1000).optional(),
  }),
});

export const edit = procedure
  .input(Input)
  .output(accountOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.editAccount(ctx, input)));
