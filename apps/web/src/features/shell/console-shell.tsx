"use client";
/**
 * The frame of the console: navigation with counts, command menu, keys, and running imports as toasts. It knows no
 * page.
 */
import { AppShell } from "@rollcall/ui";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { Me } from "@rollcall/accounts";
import { CommandMenuProvider } from "./command-menu";
import { ConsoleSidebar } from "./console-sidebar";
import { wantsRail } from "./navigation";
import { preferenceCookies } from "./preferences";
import { remember } from "./remember";
import { ViewerProvider } from "./viewer-context";

/** It only watches: nothing on the page waits for it. */
const RunningImports = dynamic(() => import("./running-imports").then((module) => module.RunningImports), {
  ssr: false,
});

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
