/** What pages without sign-in may know: whether Rollcall is set up, and whose it is. */
import "server-only";
import { cache } from "react";
import { isSetUp } from "@rollcall/accounts";
import { requestContext } from "./context";

export interface FrontDesk {
  isSetUp: boolean;
  organisation: string | null;
}

/** Asked once a request. */
export const frontDesk = cache(async (): Promise<FrontDesk> => {
  const result = await isSetUp(await requestContext());
  return result.ok ? { isSetUp: result.value, organisation: null } : { isSetUp: true, organisation: null };
});
