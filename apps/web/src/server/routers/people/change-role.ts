/** `people.changeRole`: makes a User an administrator, the reverse, or gives another admin role. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { accountId, adminRole } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  accountId,
  role: z.enum(["ADMINISTRATOR", "USER"]),
  adminRole: adminRole.nullable(),
});

export const changeRole = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<void> => void unwrap(await accounts.changeRole(ctx, input)));
