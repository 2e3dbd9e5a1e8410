/** `organisation.department`: one department, its first members and its history. */
import * as accounts from "@rollcall/accounts";
import type { DepartmentDetails } from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ departmentId: recordId });

export const department = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<DepartmentDetails> =>
    unwrap(await accounts.getDepartment(ctx, input)),
  );
