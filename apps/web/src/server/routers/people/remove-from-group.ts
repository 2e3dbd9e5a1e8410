/** `people.removeFromGroup`: takes accounts out of a group. */
import * as accounts from "@rollcall/accounts";
import type { BulkResult } from "@rollcall/accounts";
import { z } from "zod";
import { accountIds, recordId } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ accountIds, groupId: recordId });

export const removeFromGroup = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<BulkResult> =>
    unwrap(await accounts.removeFromGroup(ctx, input)),
  );
