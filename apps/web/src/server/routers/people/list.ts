/** `people.list`: a page of accounts: searched, sorted and filtered by the database, keyset by cursor. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountPageOutput } from "./outputs";
import { accountFilters, accountSort, pageShape, toPageInput } from "./shapes";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.strictObject({ by: accountSort, direction: z.enum(["asc", "desc"]) }).optional(),
  filters: accountFilters.optional(),
  partial: z.boolean().optional(),
  ...pageShape,
});

export const list = procedure
  .input(Input)
  .output(accountPageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listAccounts(ctx, toPageInput(input))));
