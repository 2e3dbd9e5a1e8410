/** `access.checkSetUpLink`: does this set-up link still work? A mutation for the sake of the token. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { setUpLinkOutput } from "./outputs";

const Input = z.strictObject({ token: z.string().min(1).max(200) });

export const checkSetUpLink = procedure
  .input(Input)
  .output(setUpLinkOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.checkSetUpLink(ctx, input)));
