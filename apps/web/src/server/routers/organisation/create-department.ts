/** `organisation.createDepartment`: a new, empty department. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { departmentItemOutput } from "./outputs";

const Input = z.strictObject({ name: z.string().max(1000) });

export const createDepartment = procedure
  .input(Input)
  .output(departmentItemOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.createDepartment(ctx, input)));
