/** `shell.search`: people, groups, departments and imports for the command menu. */
import * as accounts from "@rollcall/accounts";
import type { SearchHit } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ query: z.string().max(200) });

export const search = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<SearchHit[]> => unwrap(await accounts.searchEverything(ctx, input)));
