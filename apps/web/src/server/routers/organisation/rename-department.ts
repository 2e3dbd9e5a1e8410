/** `organisation.renameDepartment`: another name for a department. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";

const Input = z.strictObject({ departmentId: recordId, name: z.string().max(1000) });

export const renameDepartment = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.renameDepartment(ctx, input));
  });
