/** `organisation.createGroup`: a new, empty group. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { groupItemOutput } from "./outputs";

const Input = z.strictObject({ name: z.string().max(1000) });

export const createGroup = procedure
  .input(Input)
  .output(groupItemOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.createGroup(ctx, input)));
