/** `organisation.policies.list`: all policies, by name. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { policyOutput } from "../outputs";

export const list = procedure
  .output(z.array(policyOutput))
  .query(async ({ ctx }) => unwrap(await accounts.listPolicies(ctx)));
