/** `shell.counts`: the small numbers beside the navigation. */
import { navigationCounts, type NavigationCounts } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const counts = procedure.query(async ({ ctx }): Promise<NavigationCounts> =>
  unwrap(await navigationCounts(ctx)),
);
