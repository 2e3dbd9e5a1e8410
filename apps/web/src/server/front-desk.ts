/** What pages without sign-in may know: whether Rollcall is set up, and whose it is. */
import "server-only";
import { cache } from "react";
import { getSettings, isSetUp, type Context } from "@rollcall/accounts";
import { requestContext } from "./context";

export interface FrontDesk {
  isSetUp: boolean;
  organisation: string | null;
}

/** Asked once a request. */
export const frontDesk = cache(async (): Promise<FrontDesk> => {
  const context = await requestContext();
  // The name stands on the sign-in page for everybody to read; no other setting leaves this function.
  const system: Context = { ...context, principal: { kind: "system" } };
  const [ready, settings] = await Promise.all([isSetUp(context), getSettings(system)]);
  const named = ready.ok && ready.value && settings.ok;
  return {
    isSetUp: !ready.ok || ready.value,
    organisation: named ? settings.value["organisation.name"] : null,
  };
});
