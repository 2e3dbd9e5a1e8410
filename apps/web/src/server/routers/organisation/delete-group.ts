/** `organisation.deleteGroup`: removes a group; its members stay. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ groupId: recordId });

export const deleteGroup = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<void> => void unwrap(await accounts.deleteGroup(ctx, input)));
