/** `people.setEnabled`: lets accounts in, or keeps them out and ends their sessions. */
import * as accounts from "@rollcall/accounts";
import type { BulkResult } from "@rollcall/accounts";
import { z } from "zod";
import { accountIds } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ accountIds, enabled: z.boolean() });

export const setEnabled = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<BulkResult> =>
    unwrap(await accounts.setAccountsEnabled(ctx, input)),
  );
