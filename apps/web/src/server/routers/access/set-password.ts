/** `access.setPassword`: the owner of a mailed link chooses a password, which uses the link up. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ token: z.string().min(1).max(200), password: z.string().min(1).max(4096) });

export const setPassword = procedure
  .input(Input)
  .output(z.object({ email: z.string() }))
  .mutation(async ({ ctx, input }) => unwrap(await accounts.usePasswordLink(ctx, input)));
