/** `organisation.departments`: a page of departments with how many are in each. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { pageShape, toPageInput } from "../people/shapes";
import { departmentPageOutput } from "./outputs";

const Input = z.strictObject({
  search: z.string().max(400).optional(),
  sort: z.enum(["name", "members"]).optional(),
  ...pageShape,
});

export const departments = procedure
  .input(Input)
  .output(departmentPageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listDepartments(ctx, toPageInput(input))));
