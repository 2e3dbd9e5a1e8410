/** `organisation.settings`: what the organisation has chosen. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { settingsOutput } from "./outputs";

export const settings = procedure
  .output(settingsOutput)
  .query(async ({ ctx }) => unwrap(await accounts.getSettings(ctx)));
