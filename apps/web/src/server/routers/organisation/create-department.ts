/** `organisation.createDepartment`: a new, empty department. */
import * as accounts from "@rollcall/accounts";
import type { DepartmentListItem } from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ name: z.string().max(1000) });

export const createDepartment = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<DepartmentListItem> =>
    unwrap(await accounts.createDepartment(ctx, input)),
  );
