"use client";
// The navigation at the side: 232 px with words, or a rail of 56 px with icons and tooltips, or a drawer on phones.
// It knows no routes: an item is drawn as whatever link it is given.
import { ChevronsUpDown, Search, TriangleAlert } from "lucide-react";
import { createContext, use } from "react";
import type { ComponentProps, ReactNode } from "react";

import { Avatar } from "./avatar";
import { classNames } from "./class-names";
import { formatNumber } from "./format-number";
import { Kbd } from "./kbd";
import { useReaderLocale } from "./locale";
import { renderElement } from "./render-element";
import type { RenderProp } from "./render-element";
import { Tooltip } from "./tooltip";

export type SidebarForm = "full" | "rail" | "drawer";

/** How the navigation around is drawn. */
export const SidebarFormContext = createContext<SidebarForm>("full");

/** For what stands in the header or footer of a sidebar and looks different in a rail. */
export function useSidebarForm(): SidebarForm {
  return use(SidebarFormContext);
}

export interface SidebarProps {
  /** Logo and the button that folds it. */
  header?: ReactNode;
  /** SidebarSections and SidebarItems. */
  children: ReactNode;
  /** Who is signed in. */
  footer?: ReactNode;
  /** Name of the landmark. */
  label?: string | undefined;
}

/** The navigation. Put it in AppShell's `sidebar`. */
export function Sidebar({ header, children, footer, label = "Main" }: SidebarProps) {
  const rail = useSidebarForm() === "rail";
  return (
    <div className={classNames("flex h-full flex-col", rail ? "w-(--rail)" : "w-full")}>
      {header !== undefined && (
        <div
          className={classNames(
            "flex h-[58px] shrink-0 items-center",
            rail ? "justify-center" : "justify-between pr-3.5 pl-[18px]",
          )}
        >
          {header}
        </div>
      )}
      <nav
        aria-label={label}
        className={classNames("min-h-0 flex-1 overflow-y-auto pb-3 scrollbar-none", rail ? "px-3" : "px-3")}
      >
        {children}
      </nav>
      {footer !== undefined && (
        <div className={classNames("shrink-0", rail ? "p-3" : "mx-3 border-t border-border py-2")}>
          {footer}
        </div>
      )}
    </div>
  );
}

/** A headed group of items; in a rail, a group between lines. */
export function SidebarSection({ label, children }: { label?: string | undefined; children: ReactNode }) {
  const rail = useSidebarForm() === "rail";
  return (
    <div
      role="group"
      aria-label={label}
      className={classNames(
        rail && label !== undefined
          ? "not-first:mt-2.5 not-first:before:mx-auto not-first:before:mb-2.5 not-first:before:block not-first:before:h-px not-first:before:w-4 not-first:before:bg-border"
          : "not-first:mt-2.5",
      )}
    >
      {!rail && label !== undefined && (
        <div aria-hidden className="px-2 py-1 text-xs text-foreground-3">
          {label}
        </div>
      )}
      <ul className={classNames("flex flex-col", rail ? "gap-1" : "")}>{children}</ul>
    </div>
  );
}

export interface SidebarItemProps {
  icon: ReactNode;
  label: string;
  /** How many there are. */
  count?: number | undefined;
  /** How many need attention: amber, with a mark. */
  alert?: number | undefined;
  /** What `alert` counts, for assistive technology. */
  alertLabel?: string | undefined;
  active?: boolean | undefined;
  /** The link: `<Link href="…" />`. Without it the item is a button. */
  render?: RenderProp;
  onClick?: (() => void) | undefined;
}

/** A line of the navigation. */
export function SidebarItem(props: SidebarItemProps) {
  const { icon, label, count, alert, alertLabel = "need attention", active = false, render, onClick } = props;
  const form = useSidebarForm();
  const { locale } = useReaderLocale();
  const rail = form === "rail";
  const shape = rail
    ? "size-8 justify-center"
    : form === "drawer"
      ? "h-11 w-full gap-3 px-2.5 text-base"
      : "h-[30px] w-full gap-2.5 px-2 text-sm";
  const link = renderElement(render, "button", {
    ...(render === undefined ? { type: "button" as const } : {}),
    onClick,
    "aria-current": active ? "page" : undefined,
    "aria-label": rail ? label : undefined,
    className: classNames(
      "relative flex items-center rounded-sm no-underline transition-colors focus-visible:outline-offset-0",
      shape,
      active
        ? "bg-muted-strong font-medium text-foreground [&_.lucide]:text-foreground"
        : "text-foreground-2 hover:bg-muted-strong/60 hover:text-foreground [&_.lucide]:text-foreground-3",
    ),
    children: (
      <>
        {icon}
        {!rail && <span className="min-w-0 flex-1 truncate text-left">{label}</span>}
        {!rail && alert !== undefined && alert > 0 && (
          <span className="tabular flex items-center gap-1 font-medium text-warning [&_.lucide]:!size-3.5 [&_.lucide]:!text-warning">
            <TriangleAlert />
            {formatNumber(alert, locale)}
            <span className="sr-only"> {alertLabel}</span>
          </span>
        )}
        {!rail && count !== undefined && !(alert !== undefined && alert > 0) && (
          <span className="tabular font-normal text-foreground-3">{formatNumber(count, locale)}</span>
        )}
        {rail && alert !== undefined && alert > 0 && (
          <span
            aria-hidden
            className="absolute top-1.5 right-1.5 size-2 rounded-full border-2 border-canvas bg-warning-solid"
          />
        )}
      </>
    ),
  });
  return (
    <li>
      {rail ? (
        <Tooltip content={label} side="right" naming>
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

export interface SidebarSearchProps {
  label: string;
  kbd?: string | readonly string[] | undefined;
  onClick: () => void;
}

/** The box that opens the command menu, at the head of the navigation; an icon in a rail. */
export function SidebarSearch({ label, kbd, onClick }: SidebarSearchProps) {
  const form = useSidebarForm();
  if (form === "rail")
    return (
      <div className="mb-1">
        <Tooltip content={label} kbd={kbd} side="right" naming>
          <button
            type="button"
            aria-label={label}
            onClick={onClick}
            className="flex size-8 items-center justify-center rounded-sm text-foreground-3 transition-colors hover:bg-muted-strong/60 hover:text-foreground"
          >
            <Search />
          </button>
        </Tooltip>
      </div>
    );
  return (
    <button
      type="button"
      onClick={onClick}
      className={classNames(
        "mb-3 flex w-full items-center gap-2.5 rounded-sm border border-border-strong bg-surface px-2.5 text-left text-foreground-3 shadow-xs transition-colors hover:border-border-control",
        form === "drawer" ? "h-11 text-base" : "h-8",
      )}
    >
      <Search className="size-3.5" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {kbd !== undefined && <Kbd keys={kbd} className="max-md:hidden" />}
    </button>
  );
}

export interface SidebarUserProps extends Omit<ComponentProps<"button">, "name"> {
  name: string;
  detail?: ReactNode;
}

/** Who is signed in, at the foot. Made to be a Menu's trigger. */
export function SidebarUser({ name, detail, className, ...rest }: SidebarUserProps) {
  const rail = useSidebarForm() === "rail";
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        "flex items-center rounded-sm text-left transition-colors hover:bg-muted-strong/60 aria-expanded:bg-muted-strong",
        rail ? "size-8 justify-center rounded-full" : "w-full gap-2.5 px-2 py-1.5",
        className,
      )}
    >
      <Avatar name={name} size="md" />
      {rail && <span className="sr-only">{name}</span>}
      {!rail && (
        <>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{name}</span>
            {detail !== undefined && (
              <span className="block truncate text-xs text-foreground-3">{detail}</span>
            )}
          </span>
          <ChevronsUpDown className="size-3.5 text-foreground-3" />
        </>
      )}
    </button>
  );
}
