/** `people.changeRole`: makes a User an administrator, the reverse, or gives another admin role. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { accountId, adminRole } from "./shapes";

const Input = z.strictObject({
  accountId,
  role: z.enum(["ADMINISTRATOR", "USER"]),
  adminRole: adminRole.nullable(),
});

export const changeRole = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.changeRole(ctx, input));
  });
