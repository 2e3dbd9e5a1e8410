/** `organisation.overview`: the numbers, charts and open ends of the overview page. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { overviewOutput } from "./outputs";

const Input = z.strictObject({ days: z.union([z.literal(30), z.literal(90), z.literal(365)]) });

export const overview = procedure
  .input(Input)
  .output(overviewOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.overview(ctx, input)));
