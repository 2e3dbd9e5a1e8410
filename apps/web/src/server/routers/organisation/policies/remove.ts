/** `organisation.policies.remove`: deletes a policy; its groups and devices have none afterwards. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ policyId: recordId });

export const remove = procedure
  .input(Input)
  .output(z.object({ groups: z.number(), devices: z.number() }))
  .mutation(async ({ ctx, input }) => unwrap(await accounts.deletePolicy(ctx, input)));
