/** `access.me`: who is asking. */
import * as accounts from "@rollcall/accounts";
import type { Me } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const me = procedure.query(async ({ ctx }): Promise<Me> => unwrap(await accounts.whoAmI(ctx)));
