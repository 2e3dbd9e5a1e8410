/**
 * Who is looking at this page, for layouts and pages. It chooses where a person lands; what they may do is decided by
 * the use cases again, on every call.
 */
import "server-only";
import { cache } from "react";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { whoAmI, type Me } from "@rollcall/accounts";
import { safeCallback } from "../features/entry/safe-callback";
import { requestContext } from "./context";

/** The person behind the session of this request; null when there is none. Asked once a request. */
export const viewer = cache(async (): Promise<Me | null> => {
  const result = await whoAmI(await requestContext());
  return result.ok ? result.value : null;
});

/** Sends whoever is not signed in to the sign-in page and back here afterwards. */
export async function requireViewer(): Promise<Me> {
  const person = await viewer();
  if (person === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(await currentPath())}`);
  return person;
}

/** Sends a User to the portal, which says why; and whoever must change their password to do that first. */
export async function requireAdministrator(): Promise<Me> {
  const person = await requireViewer();
  if (person.mustChangePassword) redirect("/me/password?notice=must-change");
  if (person.role !== "ADMINISTRATOR") redirect("/me?notice=console");
  return person;
}

async function currentPath(): Promise<string> {
  return safeCallback((await headers()).get("x-path")) ?? "/";
}
