/** `organisation.groups`: a page of groups with how many are in each. */
import * as accounts from "@rollcall/accounts";
import type { NamedPage, GroupListItem } from "@rollcall/accounts";
import { z } from "zod";
import { pageShape, toPageInput } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.enum(["name", "members"]).optional(),
  ...pageShape,
});

export const groups = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<NamedPage<GroupListItem>> =>
    unwrap(await accounts.listGroups(ctx, toPageInput(input))),
  );
