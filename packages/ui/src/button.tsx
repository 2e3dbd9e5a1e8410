// The button, in every weight: primary once a screen, secondary and ghost beside it, danger for what destroys, link in
// text. Safe in server components. It knows nothing of routers: `render` draws it as any link.
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { renderElement } from "./render-element";
import type { RenderProp } from "./render-element";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "link";
export type ButtonSize = "sm" | "md" | "lg" | "touch" | "page";

export interface ButtonProps extends Omit<ComponentProps<"button">, "children"> {
  variant?: ButtonVariant | undefined;
  /** sm 26 px (tables), md 32 px, lg 40 px (forms on their own page), touch 48 px (phones), page 40 or 48 by the screen. */
  size?: ButtonSize | undefined;
  /** Before the label. */
  icon?: ReactNode;
  /** After the label, e.g. an arrow. */
  trailing?: ReactNode;
  /** The shortcut that does the same, drawn after the label. */
  kbd?: string | readonly string[] | undefined;
  /** Busy: a ring in the icon's place, and presses are ignored. The label should say what is going on. */
  loading?: boolean | undefined;
  /** As wide as its place. */
  wide?: boolean | undefined;
  /** A toggle that is on, or a menu that is open. */
  pressed?: boolean | undefined;
  /** Draw it as this element, e.g. `<Link href="…" />`. */
  render?: RenderProp;
  children?: ReactNode;
}

const BASE =
  "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium no-underline transition-colors disabled:pointer-events-none disabled:opacity-45 aria-disabled:pointer-events-none aria-disabled:opacity-45";

const SIZES: Record<ButtonSize, string> = {
  sm: "h-[26px] gap-1.5 max-md:h-8 rounded-sm px-2 text-xs [&_.lucide]:size-3.5",
  md: "h-8 gap-2 rounded-sm px-3 text-sm max-md:h-9 [&_.lucide]:size-3.5",
  lg: "h-10 gap-2 rounded-sm px-4 text-base",
  touch: "h-12 gap-2 rounded-md px-4 text-md [&_.lucide]:size-5",
  page: "h-12 gap-2 rounded-md px-4 text-md md:h-10 md:rounded-sm md:text-base",
};

const FILLED =
  "border shadow-[inset_0_1px_0_var(--sheen),var(--shadow-xs)] text-accent-foreground active:shadow-none";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: `${FILLED} border-accent-hover bg-accent hover:border-accent-active hover:bg-accent-hover active:bg-accent-active`,
  secondary:
    "border border-border-strong bg-surface text-foreground shadow-xs hover:bg-muted active:bg-muted-strong aria-pressed:bg-muted-strong data-pressed:bg-muted aria-expanded:bg-muted",
  ghost:
    "border border-transparent text-foreground-2 hover:bg-muted hover:text-foreground active:bg-muted-strong aria-pressed:bg-muted-strong aria-pressed:text-foreground data-pressed:bg-muted aria-expanded:bg-muted aria-expanded:text-foreground",
  danger: `${FILLED} border-danger-fill-hover bg-danger-fill hover:border-danger-fill-active hover:bg-danger-fill-hover active:bg-danger-fill-active`,
  link: "rounded-xs text-accent-text underline-offset-2 hover:underline",
};

/** The class names of a button, for the rare element that only looks like one. */
export function buttonClass(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  wide = false,
): string {
  const shape = variant === "link" ? "h-auto gap-1" : SIZES[size];
  return [BASE, shape, VARIANTS[variant], wide ? "relative w-full" : ""].join(" ");
}

/** A button, `type="button"` unless told otherwise; with `render`, a link that looks like one. */
export function Button({
  variant = "secondary",
  size = "md",
  icon,
  trailing,
  kbd,
  loading = false,
  wide = false,
  pressed,
  render,
  className,
  children,
  ...rest
}: ButtonProps) {
  const content = (
    <>
      {loading ? <Spinner /> : icon}
      {children}
      {trailing}
      {kbd !== undefined && (
        <Kbd
          keys={kbd}
          bare={variant === "primary" || variant === "danger"}
          className={wide ? "absolute right-3" : "-mr-1 ml-0.5"}
        />
      )}
    </>
  );
  const props: ComponentProps<"button"> = {
    ...(render === undefined ? { type: "button" } : {}),
    ...(pressed === undefined ? {} : { "aria-pressed": pressed }),
    ...(loading ? { "aria-busy": true, "aria-disabled": true } : {}),
    ...rest,
    ...(loading ? { onClick: ignore } : {}),
    className: classNames(
      buttonClass(variant, size, wide),
      loading && "aria-disabled:opacity-100",
      className,
    ),
    children: content,
  };
  return renderElement(render, "button", props);
}

/** A busy button neither acts nor submits, but keeps its focus. */
function ignore(event: { preventDefault(): void; stopPropagation(): void }) {
  event.preventDefault();
  event.stopPropagation();
}
