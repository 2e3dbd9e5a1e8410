/** `access.checkPasswordLink`: whose link it is. A mutation, so that the token stands in no address and no
 * access log; it uses nothing up. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { passwordLinkOutput } from "./outputs";

const Input = z.strictObject({ token: z.string().min(1).max(200) });

export const checkPasswordLink = procedure
  .input(Input)
  .output(passwordLinkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.checkPasswordLink(ctx, input)));
