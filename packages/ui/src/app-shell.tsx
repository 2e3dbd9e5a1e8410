"use client";
// The frame of every page of the console: navigation at the side, the page on its panel. Below 720 px the navigation
// is a drawer, opened by the button that PageHeader shows. It knows no routes and remembers nothing itself.
import { Menu as MenuIcon, PanelLeft } from "lucide-react";
import { createContext, use, useState } from "react";
import type { ComponentProps, ReactNode } from "react";

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

/** The page: fills what navigation leaves, inset 8 px; the whole screen on phones. Children: PageHeader, then PanelBody. */
export function Panel({ className, children, ...rest }: ComponentProps<"main">) {
  return (
    <main
      id="content"
      tabIndex={-1}
      {...rest}
      className={classNames(
        "relative flex min-w-0 flex-1 flex-col overflow-hidden bg-background outline-none md:my-2 md:mr-2 md:rounded-lg md:border md:border-border md:shadow-xs",
        className,
      )}
    >
      {children}
    </main>
  );
}

export interface PanelBodyProps {
  /** An Aside at the right; below the content on narrow screens. */
  aside?: ReactNode;
  /** False when what is inside scrolls itself, e.g. a DataGrid. */
  scroll?: boolean | undefined;
  /** Space around and greatest width: none, or a page of fields (720), of cards (1080). */
  width?: "full" | "form" | "page" | undefined;
  className?: string | undefined;
  children: ReactNode;
}

const WIDTHS = {
  full: "",
  form: "mx-auto w-full max-w-200 px-4 py-6 md:px-10 md:py-8",
  page: "mx-auto w-full max-w-300 px-4 py-6 md:px-10 md:py-10",
};

/** What is below the header: the content, which scrolls, and the aside. */
export function PanelBody({ aside, scroll = true, width = "full", className, children }: PanelBodyProps) {
  return (
    <div
      className={classNames(
        "flex min-h-0 flex-1",
        aside !== undefined && "max-lg:flex-col max-lg:overflow-y-auto",
      )}
    >
      <div
        className={classNames(
          "relative min-w-0 flex-1",
          scroll ? "overflow-y-auto scrollbar-thin" : "flex min-h-0 flex-col",
          aside !== undefined && scroll && "max-lg:flex-none max-lg:overflow-visible",
        )}
      >
        {width === "full" && className === undefined ? (
          children
        ) : (
          <div className={classNames(WIDTHS[width], className)}>{children}</div>
        )}
      </div>
      {aside}
    </div>
  );
}

export interface AsideProps {
  label: string;
  /** Stays at the foot: the button that acts. */
  footer?: ReactNode;
  /** On narrow screens: below the content, or not at all. */
  narrow?: "below" | "hidden" | undefined;
  children: ReactNode;
}

/** The column at the right, 336 px. Children: AsideSection. */
export function Aside({ label, footer, narrow = "below", children }: AsideProps) {
  return (
    <aside
      aria-label={label}
      className={classNames(
        "flex w-(--aside) shrink-0 flex-col border-l border-border max-lg:w-full max-lg:border-t max-lg:border-l-0",
        narrow === "hidden" && "max-lg:hidden",
      )}
    >
      <div className="min-h-0 flex-1 overflow-y-auto scrollbar-thin">{children}</div>
      {footer !== undefined && <div className="shrink-0 border-t border-border p-4">{footer}</div>}
    </aside>
  );
}

export interface AsideSectionProps {
  title: ReactNode;
  /** At the end of the title's line: a count or a small button. */
  meta?: ReactNode;
  /** Lines reach the edges: for NoticeItem and CountItem. */
  flush?: boolean | undefined;
  children: ReactNode;
}

/** A headed part of the aside, a hairline above each but the first. */
export function AsideSection({ title, meta, flush = false, children }: AsideSectionProps) {
  return (
    <section className="border-border py-3 not-first:border-t">
      <div className="flex min-h-8 items-center justify-between gap-2 px-4">
        <h2 className="text-sm font-semibold">{title}</h2>
        {meta !== undefined && <span className="tabular text-foreground-3">{meta}</span>}
      </div>
      <div className={flush ? undefined : "px-4"}>{children}</div>
    </section>
  );
}

export interface BottomBarProps {
  /** Quiet words at the start. */
  note?: ReactNode;
  /** slim 32 px: a status line of a grid. */
  slim?: boolean | undefined;
  /** Buttons at the end, the primary last; as wide as the screen on phones. */
  children?: ReactNode;
}

/** The strip at the foot of a panel. */
export function BottomBar({ note, slim = false, children }: BottomBarProps) {
  return (
    <footer
      className={classNames(
        "flex shrink-0 items-center justify-between gap-4 border-t border-border bg-background pb-[env(safe-area-inset-bottom)] text-foreground-3",
        slim
          ? "min-h-8 px-5 text-xs max-md:hidden"
          : "min-h-15 px-6 max-md:flex-col max-md:items-stretch max-md:gap-2 max-md:p-4",
      )}
    >
      <div className={classNames("min-w-0", !slim && "max-md:order-2 max-md:text-center")}>{note}</div>
      <div
        className={classNames(
          "flex items-center gap-2",
          slim
            ? "gap-4 max-md:hidden"
            : "max-md:flex-col-reverse max-md:items-stretch max-md:[&>*]:h-12 max-md:[&>*]:text-md",
        )}
      >
        {children}
      </div>
    </footer>
  );
}
