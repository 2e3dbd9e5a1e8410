/** `access.mySessions`: where one is signed in. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { sessionsOutput } from "./outputs";

export const mySessions = procedure
  .output(sessionsOutput)
  .query(async ({ ctx }) => unwrap(await accounts.listMySessions(ctx)));
