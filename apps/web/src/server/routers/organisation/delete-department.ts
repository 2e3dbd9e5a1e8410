/** `organisation.deleteDepartment`: removes a department; its members stay. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";

const Input = z.strictObject({ departmentId: recordId });

export const deleteDepartment = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.deleteDepartment(ctx, input));
  });
