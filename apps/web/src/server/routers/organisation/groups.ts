/** `organisation.groups`: a page of groups with how many are in each. */
import * as accounts from "@rollcall/accounts";
import type { NamedPage, GroupListItem } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.enum(["name", "members"]).optional(),
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200),
});

export const groups = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<NamedPage<GroupListItem>> =>
    unwrap(await accounts.listGroups(ctx, { ...input, cursor: input.cursor ?? undefined })),
  );
