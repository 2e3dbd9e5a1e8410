/** `organisation.policies.update`: changes what is given of a policy. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";
import { policyOutput } from "../outputs";

const Input = z.strictObject({
  policyId: recordId,
  name: z.string().max(1000).optional(),
  rules: z.array(z.string().max(2000)).max(100).optional(),
  isDefault: z.boolean().optional(),
});

export const update = procedure
  .input(Input)
  .output(policyOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.updatePolicy(ctx, input)));
