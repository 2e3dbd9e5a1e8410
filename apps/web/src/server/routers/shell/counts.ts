/** `shell.counts`: the small numbers beside the navigation. */
import * as accounts from "@rollcall/accounts";
import type { NavigationCounts } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const counts = procedure.query(async ({ ctx }): Promise<NavigationCounts> =>
  unwrap(await accounts.navigationCounts(ctx)),
);
