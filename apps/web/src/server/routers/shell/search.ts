/** `shell.search`: people, groups, departments and imports for the command menu. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { hitsOutput } from "../organisation/outputs";

const Input = z.strictObject({ query: z.string().max(200) });

export const search = procedure
  .input(Input)
  .output(hitsOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.searchEverything(ctx, input)));
