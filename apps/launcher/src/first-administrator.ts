/**
 * Sees to it that somebody can get in: makes the first administrator from ADMIN_EMAIL and ADMIN_PASSWORD, or gives back a
 * one-time link with which one is made. It decides nothing that the use cases do not.
 */
import {
  createSetUpLink,
  describeRefusal,
  ensureFirstAdministrator,
  isSetUp,
  type Context,
} from "@rollcall/accounts";
import type { Settings } from "@rollcall/settings";
import { LaunchError } from "./launch-error";

/** The address of the set-up page; null when there is an administrator. Replaces links that were printed before. */
export async function firstAdministrator(context: Context, settings: Settings): Promise<string | null> {
  if (settings.admin !== null) {
    const made = await ensureFirstAdministrator(context, settings.admin);
    if (!made.ok) throw new LaunchError([`ADMIN_EMAIL, ADMIN_PASSWORD: ${describeRefusal(made.refusal)}`]);
  }
  const known = await isSetUp(context);
  if (known.ok && known.value) return null;
  if (settings.role === "worker") return null;
  const link = await createSetUpLink(context);
  if (link.ok) return link.value.url;
  // Somebody finished the set-up on another machine at this very moment.
  if (link.refusal.code === "already-set-up") return null;
  throw new LaunchError([describeRefusal(link.refusal)]);
}
