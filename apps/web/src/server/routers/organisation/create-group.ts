/** `organisation.createGroup`: a new, empty group. */
import * as accounts from "@rollcall/accounts";
import type { GroupListItem } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ name: z.string().max(1000) });

export const createGroup = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<GroupListItem> => unwrap(await accounts.createGroup(ctx, input)));
