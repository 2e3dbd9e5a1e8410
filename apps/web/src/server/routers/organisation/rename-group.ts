/** `organisation.renameGroup`: another name for a group. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ groupId: recordId, name: z.string().max(1000) });

export const renameGroup = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<void> => void unwrap(await accounts.renameGroup(ctx, input)));
