// A button that is only an icon: named for assistive technology, and for everyone on hover. Square; 32 px, or 26 in
// tables, or 48 on phones.
import type { ComponentProps, ReactNode } from "react";

import { buttonClass } from "./button";
import type { ButtonSize } from "./button";
import { classNames } from "./class-names";
import { renderElement } from "./render-element";
import type { RenderProp } from "./render-element";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";
import type { Side } from "./tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** Its name, also the tooltip. */
  label: string;
  icon: ReactNode;
  variant?: "secondary" | "ghost" | "danger" | "primary" | undefined;
  size?: ButtonSize | undefined;
  /** The shortcut that does the same, shown in the tooltip. */
  kbd?: string | readonly string[] | undefined;
  tooltipSide?: Side | undefined;
  /** False where the name is already in sight. */
  tooltip?: boolean | undefined;
  loading?: boolean | undefined;
  pressed?: boolean | undefined;
  render?: RenderProp;
}

const SQUARE: Record<ButtonSize, string> = {
  sm: "w-[26px] max-md:w-8 !px-0",
  md: "w-8 max-md:w-9 !px-0 [&_.lucide]:!size-4",
  lg: "w-10 !px-0 [&_.lucide]:size-5",
  touch: "w-12 !px-0",
  page: "w-12 !px-0 md:w-10",
};

/** A named icon. With `render`, a link. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "md",
  kbd,
  tooltipSide,
  tooltip = true,
  loading = false,
  pressed,
  render,
  className,
  ...rest
}: IconButtonProps) {
  const props: ComponentProps<"button"> = {
    ...(render === undefined ? { type: "button" } : {}),
    ...(pressed === undefined ? {} : { "aria-pressed": pressed }),
    ...(loading ? { "aria-busy": true, "aria-disabled": true } : {}),
    ...rest,
    "aria-label": label,
    className: classNames(buttonClass(variant, size), SQUARE[size], className),
    children: loading ? <Spinner /> : icon,
  };
  const button = renderElement(render, "button", props);
  if (!tooltip) return button;
  return (
    <Tooltip content={label} kbd={kbd} side={tooltipSide} naming>
      {button}
    </Tooltip>
  );
}
