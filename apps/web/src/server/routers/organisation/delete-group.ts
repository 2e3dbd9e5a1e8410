/** `organisation.deleteGroup`: removes a group; its members stay. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";

const Input = z.strictObject({ groupId: recordId });

export const deleteGroup = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.deleteGroup(ctx, input));
  });
