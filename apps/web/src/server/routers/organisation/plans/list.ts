/** `organisation.plans.list`: all service plans, by name. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { planOutput } from "../outputs";

export const list = procedure
  .output(z.array(planOutput))
  .query(async ({ ctx }) => unwrap(await accounts.listPlans(ctx)));
