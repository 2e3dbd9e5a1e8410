/** `organisation.renameGroup`: another name for a group. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";

const Input = z.strictObject({ groupId: recordId, name: z.string().max(1000) });

export const renameGroup = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.renameGroup(ctx, input));
  });
