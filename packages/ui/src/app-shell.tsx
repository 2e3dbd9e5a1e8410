"use client";
// The frame of every page of the console: navigation at the side, the page on its panel. Below 720 px the navigation
// is a drawer, opened by the button that PageHeader shows. It knows no routes and remembers nothing itself.
import { Menu as MenuIcon, PanelLeft } from "lucide-react";
import { createContext, use, useState } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { Drawer } from "./drawer";
import { IconButton } from "./icon-button";
import { SidebarFormContext } from "./sidebar";

interface Shell {
  rail: boolean;
  forced: boolean;
  toggleRail: () => void;
  openNavigation: () => void;
}

const ShellContext = createContext<Shell | null>(null);

export interface AppShellProps {
  /** A Sidebar. Drawn at the side, and again in the drawer on phones. */
  sidebar: ReactNode;
  /** Forces the rail, for pages that need the width. */
  rail?: boolean | undefined;
  /** Whether the reader has folded it; remember `onRailChange` in a cookie to render it right at once. */
  defaultRail?: boolean | undefined;
  onRailChange?: ((rail: boolean) => void) | undefined;
  /** Close the drawer when this changes: the current path. */
  path?: string | undefined;
  /** Names the drawer. */
  navigationLabel?: string | undefined;
  children: ReactNode;
}

/** Navigation and panel. Children: Panel. */
export function AppShell(props: AppShellProps) {
  const {
    sidebar,
    rail: forced = false,
    defaultRail = false,
    onRailChange,
    path,
    navigationLabel = "Navigation",
    children,
  } = props;
  const [folded, setFolded] = useState(defaultRail);
  // The drawer is open for the page it was opened on; a new path closes it.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const here = path ?? "";
  const rail = forced || folded;
  const shell: Shell = {
    rail,
    forced,
    toggleRail: () => {
      setFolded(!folded);
      onRailChange?.(!folded);
    },
    openNavigation: () => setOpenedOn(here),
  };
  return (
    <ShellContext value={shell}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-sm bg-overlay px-3 py-2 font-medium text-accent-text shadow-md focus-visible:translate-y-0"
      >
        Skip to content
      </a>
      <div className="isolate flex h-dvh overflow-hidden bg-canvas">
        <div className={classNames("shrink-0 max-md:hidden", rail ? "w-(--rail)" : "w-(--sidebar)")}>
          <SidebarFormContext value={rail ? "rail" : "full"}>{sidebar}</SidebarFormContext>
        </div>
        {children}
      </div>
      <Drawer
        side="left"
        open={openedOn === here}
        onOpenChange={(open) => setOpenedOn(open ? here : null)}
        title={navigationLabel}
        hideTitle
        flush
        size="sm"
      >
        <SidebarFormContext value="drawer">{sidebar}</SidebarFormContext>
      </Drawer>
    </ShellContext>
  );
}

/** Opens the navigation on phones; nothing from 720 px up, or outside an AppShell. */
export function NavigationButton({ label = "Open navigation" }: { label?: string | undefined }) {
  const shell = use(ShellContext);
  if (shell === null) return null;
  return (
    <IconButton
      label={label}
      icon={<MenuIcon />}
      tooltip={false}
      size="lg"
      className="-ml-2.5 md:hidden"
      onClick={shell.openNavigation}
    />
  );
}

/** Folds the navigation to a rail and back; for the sidebar's header. Hidden where a page forces the rail. */
export function RailButton({ foldLabel = "Fold navigation", unfoldLabel = "Unfold navigation" }) {
  const shell = use(ShellContext);
  if (shell === null || shell.forced) return null;
  return (
    <IconButton
      label={shell.rail ? unfoldLabel : foldLabel}
      icon={<PanelLeft />}
      tooltipSide="right"
      className="max-md:hidden"
      onClick={shell.toggleRail}
    />
  );
}
