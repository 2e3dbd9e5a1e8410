"use client";
/**
 * The frame of the console: navigation with counts, command menu, keys, and running imports as toasts. It knows no
 * page.
 */
import { AppShell } from "@rollcall/ui";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { Me } from "@rollcall/accounts";
import { CommandMenuProvider } from "./command-menu";
import { ConsoleSidebar } from "./console-sidebar";
import { wantsRail } from "./navigation";
import { preferenceCookies } from "./preferences";
import { remember } from "./remember";
import { RunningImports } from "./running-imports";
import { ViewerProvider } from "./viewer-context";

export interface ConsoleShellProps {
  viewer: Me;
  /** folded by choice */
  rail: boolean;
  children: ReactNode;
}

export function ConsoleShell({ viewer, rail, children }: ConsoleShellProps) {
  const path = usePathname();
  return (
    <ViewerProvider viewer={viewer}>
      <CommandMenuProvider>
        <AppShell
          sidebar={<ConsoleSidebar />}
          rail={wantsRail(path)}
          defaultRail={rail}
          onRailChange={(folded) => remember(preferenceCookies.rail, folded ? "1" : null)}
          path={path}
        >
          {children}
        </AppShell>
        <RunningImports />
      </CommandMenuProvider>
    </ViewerProvider>
  );
}
