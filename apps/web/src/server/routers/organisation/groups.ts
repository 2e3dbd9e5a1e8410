/** `organisation.groups`: a page of groups with how many are in each. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { pageShape, toPageInput } from "../people/shapes";
import { groupPageOutput } from "./outputs";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.enum(["name", "members"]).optional(),
  ...pageShape,
});

export const groups = procedure
  .input(Input)
  .output(groupPageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listGroups(ctx, toPageInput(input))));
