/** `organisation.overview`: the numbers, charts and open ends of the overview page. */
import * as accounts from "@rollcall/accounts";
import type { Overview } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ days: z.union([z.literal(30), z.literal(90), z.literal(365)]) });

export const overview = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<Overview> => unwrap(await accounts.overview(ctx, input)));
