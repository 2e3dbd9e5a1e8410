/** `organisation.setGroupPolicy`: which policy a group carries; null for none. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";

const Input = z.strictObject({ groupId: recordId, policyId: recordId.nullable() });

export const setGroupPolicy = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.setGroupPolicy(ctx, input));
  });
