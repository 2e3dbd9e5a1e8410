/** `people.list`: a page of accounts: searched, sorted and filtered by the database, keyset by cursor. */
import * as accounts from "@rollcall/accounts";
import type { AccountPage } from "@rollcall/accounts";
import { z } from "zod";
import { accountFilters, accountSort } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.strictObject({ by: accountSort, direction: z.enum(["asc", "desc"]) }).optional(),
  filters: accountFilters.optional(),
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200),
});

export const list = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<AccountPage> =>
    unwrap(await accounts.listAccounts(ctx, { ...input, cursor: input.cursor ?? undefined })),
  );
