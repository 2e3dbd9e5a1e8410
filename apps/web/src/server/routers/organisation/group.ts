/** `organisation.group`: one group, its first members and its history. */
import * as accounts from "@rollcall/accounts";
import type { GroupDetails } from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ groupId: recordId });

export const group = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<GroupDetails> => unwrap(await accounts.getGroup(ctx, input)));
