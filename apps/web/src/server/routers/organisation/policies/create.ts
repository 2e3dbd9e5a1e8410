/** `organisation.policies.create`: a new policy. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { policyOutput } from "../outputs";

const Input = z.strictObject({
  name: z.string().max(1000),
  rules: z.array(z.string().max(2000)).max(100).optional(),
  isDefault: z.boolean().optional(),
});

export const create = procedure
  .input(Input)
  .output(policyOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.createPolicy(ctx, input)));
