/** `organisation.plans.update`: changes what is given of a service plan. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";
import { planOutput } from "../outputs";

const Input = z.strictObject({
  planId: recordId,
  name: z.string().max(1000).optional(),
  description: z.string().max(8000).nullish(),
  services: z.array(z.string().max(1000)).max(200).optional(),
  enabled: z.boolean().optional(),
  isDefault: z.boolean().optional(),
});

export const update = procedure
  .input(Input)
  .output(planOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.updatePlan(ctx, input)));
