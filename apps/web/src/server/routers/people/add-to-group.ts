/** `people.addToGroup`: puts accounts into a group. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { bulkOutput } from "./outputs";
import { accountIds, recordId } from "./shapes";

const Input = z.strictObject({ accountIds, groupId: recordId });

export const addToGroup = procedure
  .input(Input)
  .output(bulkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.addToGroup(ctx, input)));
