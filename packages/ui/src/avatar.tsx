// Somebody or something by initials, in grey: colour is for meaning. Decoration beside a name.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface AvatarProps {
  /** The name the initials are taken from. */
  name: string;
  /** Instead of initials, e.g. an icon for a list. */
  icon?: ReactNode;
  /** xs 20, sm 22 (tables), md 28, lg 36 (phones), xl 52 px. */
  size?: "xs" | "sm" | "md" | "lg" | "xl" | undefined;
  className?: string | undefined;
}

const SIZES = {
  xs: "size-5 text-[8px]",
  sm: "size-5.5 text-[9px] [&_.lucide]:size-3",
  md: "size-7 text-2xs [&_.lucide]:size-3.5",
  lg: "size-9 text-sm",
  xl: "size-13 text-lg",
};

/** A disc with two letters. */
export function Avatar({ name, icon, size = "sm", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full bg-muted-strong font-medium text-foreground-2 select-none",
        SIZES[size],
        className,
      )}
    >
      {icon ?? initials(name)}
    </span>
  );
}

/** The first letters of the first and the last word, without what is added behind it in brackets; of an address, of what stands before the @. */
export function initials(name: string): string {
  const whole = name.includes("@") ? name.slice(0, name.indexOf("@")) : name;
  const bare = whole.replace(/(?:\s*[([][^()[\]]*[)\]])+\s*$/u, "");
  const base = /[\p{L}\p{N}]/u.test(bare) ? bare : whole;
  const words = base.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${letter(first)}${letter(last)}`;
}

function letter(word: string | undefined): string {
  const match = word === undefined ? null : /[\p{L}\p{N}]/u.exec(word);
  return match === null ? "" : match[0].toLocaleUpperCase();
}
