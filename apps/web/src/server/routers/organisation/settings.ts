/** `organisation.settings`: what the organisation has chosen. */
import * as accounts from "@rollcall/accounts";
import type { OrganisationSettings } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const settings = procedure.query(async ({ ctx }): Promise<OrganisationSettings> =>
  unwrap(await accounts.getSettings(ctx)),
);
