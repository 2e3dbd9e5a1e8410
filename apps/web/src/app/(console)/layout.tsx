/** Every page of the console: for administrators, inside the shell. */
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ConsoleShell } from "../../features/shell/console-shell";
import { preferenceCookies } from "../../features/shell/preferences";
import { requireAdministrator } from "../../server/viewer";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [viewer, jar] = await Promise.all([requireAdministrator(), cookies()]);
  return (
    <ConsoleShell viewer={viewer} rail={jar.get(preferenceCookies.rail)?.value === "1"}>
      {children}
    </ConsoleShell>
  );
}
