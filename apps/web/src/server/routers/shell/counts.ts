/** `shell.counts`: the small numbers beside the navigation. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { countsOutput } from "../organisation/outputs";

export const counts = procedure
  .output(countsOutput)
  .query(async ({ ctx }) => unwrap(await accounts.navigationCounts(ctx)));
