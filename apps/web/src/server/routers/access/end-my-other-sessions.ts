/** `access.endMyOtherSessions`: signs every other browser out. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const endMyOtherSessions = procedure.output(z.void()).mutation(async ({ ctx }) => {
  unwrap(await accounts.endMyOtherSessions(ctx));
});
