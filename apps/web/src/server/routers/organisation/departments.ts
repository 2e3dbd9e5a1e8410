/** `organisation.departments`: a page of departments with how many are in each. */
import * as accounts from "@rollcall/accounts";
import type { NamedPage, DepartmentListItem } from "@rollcall/accounts";
import { z } from "zod";
import { pageShape, toPageInput } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.enum(["name", "members"]).optional(),
  ...pageShape,
});

export const departments = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<NamedPage<DepartmentListItem>> =>
    unwrap(await accounts.listDepartments(ctx, toPageInput(input))),
  );
