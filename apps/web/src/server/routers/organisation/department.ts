/** `organisation.department`: one department, its first members and its history. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";
import { departmentOutput } from "./outputs";

const Input = z.strictObject({ departmentId: recordId });

export const department = procedure
  .input(Input)
  .output(departmentOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.getDepartment(ctx, input)));
