/** `access.endMyOtherSessions`: signs every other browser out. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const endMyOtherSessions = procedure.mutation(
  async ({ ctx }): Promise<void> => void unwrap(await accounts.endMyOtherSessions(ctx)),
);
