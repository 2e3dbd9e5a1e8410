/** `organisation.group`: one group, its first members and its history. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";
import { groupOutput } from "./outputs";

const Input = z.strictObject({ groupId: recordId });

export const group = procedure
  .input(Input)
  .output(groupOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.getGroup(ctx, input)));
