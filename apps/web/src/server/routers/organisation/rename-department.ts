/** `organisation.renameDepartment`: another name for a department. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ departmentId: recordId, name: z.string().max(1000) });

export const renameDepartment = procedure
  .input(Input)
  .mutation(
    async ({ ctx, input }): Promise<void> => void unwrap(await accounts.renameDepartment(ctx, input)),
  );
