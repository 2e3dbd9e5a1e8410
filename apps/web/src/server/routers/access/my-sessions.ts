/** `access.mySessions`: where one is signed in. */
import * as accounts from "@rollcall/accounts";
import type { SessionView } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const mySessions = procedure.query(async ({ ctx }): Promise<SessionView[]> =>
  unwrap(await accounts.listMySessions(ctx)),
);
