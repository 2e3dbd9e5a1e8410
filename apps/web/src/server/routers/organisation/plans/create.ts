/** `organisation.plans.create`: a new service plan. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { planOutput } from "../outputs";

const Input = z.strictObject({
  name: z.string().max(1000),
  description: z.string().max(8000).nullish(),
  services: z.array(z.string().max(1000)).max(200).optional(),
  enabled: z.boolean().optional(),
  isDefault: z.boolean().optional(),
});

export const create = procedure
  .input(Input)
  .output(planOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.createPlan(ctx, input)));
