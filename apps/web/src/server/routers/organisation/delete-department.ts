/** `organisation.deleteDepartment`: removes a department; its members stay. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ departmentId: recordId });

export const deleteDepartment = procedure
  .input(Input)
  .mutation(
    async ({ ctx, input }): Promise<void> => void unwrap(await accounts.deleteDepartment(ctx, input)),
  );
