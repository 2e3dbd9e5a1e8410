/** `access.me`: who is asking. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { meOutput } from "./outputs";

export const me = procedure.output(meOutput).query(async ({ ctx }) => unwrap(await accounts.whoAmI(ctx)));
