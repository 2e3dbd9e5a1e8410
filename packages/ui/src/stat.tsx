"use client";
// Figures that lead a page: Stat says one, StatTile also filters by it.
import type { MouseEvent, ReactNode } from "react";

import type { Tone } from "./badge";
import { classNames } from "./class-names";
import { Num } from "./num";

export interface StatProps {
  label: ReactNode;
  value: ReactNode;
  /** Beside the figure: "+312" or "14 bounced", in the colour of its meaning. */
  change?: ReactNode;
  changeTone?: Tone | undefined;
  /** Below: what the figure is of. */
  caption?: ReactNode;
}

const CHANGE: Record<Tone, string> = {
  neutral: "text-foreground-3",
  success: "text-success",
  info: "text-info",
  warning: "text-warning",
  danger: "text-danger",
};

/** A figure with its name. */
export function Stat({ label, value, change, changeTone = "neutral", caption }: StatProps) {
  return (
    <div className="min-w-0 px-4 py-3 md:px-5 md:py-3.5">
      <div className="truncate text-foreground-3">{label}</div>
      <div className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className="tabular text-xl font-semibold max-md:text-lg">
          {typeof value === "number" ? <Num value={value} /> : value}
        </span>
        {change !== undefined && <span className={classNames("tabular", CHANGE[changeTone])}>{change}</span>}
      </div>
      {caption !== undefined && (
        <div className="mt-0.5 truncate text-xs text-foreground-3 max-md:hidden">{caption}</div>
      )}
    </div>
  );
}

/** Stats side by side with hairlines between; two by two on phones. */
export function StatGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="group"
      aria-label={label}
      className="grid auto-cols-fr grid-cols-2 border-b border-border md:grid-flow-col md:grid-cols-none [&>*]:border-border max-md:[&>*:nth-child(even)]:border-l max-md:[&>*:nth-child(n+3)]:border-t md:[&>*:not(:first-child)]:border-l"
    >
      {children}
    </div>
  );
}

export interface StatTileProps {
  icon: ReactNode;
  /** The icon's colour; amber and red tint the whole tile. */
  tone?: Tone | undefined;
  label: string;
  value: number;
  caption?: ReactNode;
  pressed: boolean;
}

export interface StatTileGroupProps<Value extends string = string> {
  /** What the tiles choose from. */
  label: string;
  tiles: readonly (Omit<StatTileProps, "pressed"> & { id: Value })[];
  /** The tiles that filter now. */
  selected: readonly Value[];
  /** A press chooses one or none; with Shift (or ⌘, Ctrl) it adds and takes away. */
  onSelectedChange: (selected: Value[]) => void;
}

const ICON: Record<Tone, string> = {
  neutral: "[&_.lucide]:text-foreground-3",
  success: "[&_.lucide]:text-success",
  info: "[&_.lucide]:text-info",
  warning: "[&_.lucide]:text-warning",
  danger: "[&_.lucide]:text-danger",
};

/** Tiles in a row that filter what is below; side by side and scrolling on phones. */
export function StatTileGroup<Value extends string = string>(props: StatTileGroupProps<Value>) {
  const { label, tiles, selected, onSelectedChange } = props;
  return (
    <div
      role="group"
      aria-label={label}
      className="flex gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1 max-md:scrollbar-none"
    >
      {tiles.map(({ id, ...tile }) => (
        <StatTile
          key={id}
          {...tile}
          pressed={selected.includes(id)}
          onPress={(adding) => onSelectedChange(nextSelection(selected, id, adding))}
        />
      ))}
    </div>
  );
}

/** The tiles that filter after a press on `id`. */
export function nextSelection<Value extends string>(
  selected: readonly Value[],
  id: Value,
  adding: boolean,
): Value[] {
  const was = selected.includes(id);
  if (adding) return was ? selected.filter((entry) => entry !== id) : [...selected, id];
  return was && selected.length === 1 ? [] : [id];
}

/** One tile: icon and name, the figure, a caption. Pressed, it has a dark line. */
export function StatTile(props: StatTileProps & { onPress: (adding: boolean) => void }) {
  const { icon, tone = "neutral", label, value, caption, pressed, onPress } = props;
  const tinted = value > 0 && (tone === "warning" || tone === "danger");
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={(event: MouseEvent) => onPress(event.shiftKey || event.metaKey || event.ctrlKey)}
      className={classNames(
        "flex min-w-0 flex-1 flex-col rounded-md border px-3.5 py-3 text-left transition-colors max-md:min-w-28 max-md:flex-none max-md:py-2.5",
        tinted
          ? tone === "warning"
            ? "bg-warning-soft text-warning"
            : "bg-danger-soft text-danger"
          : classNames("bg-surface text-foreground-2", !pressed && "hover:bg-muted"),
        edgeOf(pressed, tinted ? tone : "neutral"),
        ICON[tone],
      )}
    >
      <span className="flex min-w-0 items-center gap-2 font-medium [&_.lucide]:size-3.5">
        {icon}
        <span className="truncate">{label}</span>
      </span>
      <Num value={value} className="mt-0.5 text-xl font-semibold text-foreground max-md:text-lg" />
      {caption !== undefined && (
        <span className="mt-0.5 w-full truncate text-xs text-foreground-3 max-md:hidden">{caption}</span>
      )}
    </button>
  );
}

/** One edge at a time: the dark line of a pressed tile takes the place of its tone's. */
function edgeOf(pressed: boolean, tone: Tone): string {
  if (pressed) return "border-foreground-3 shadow-[inset_0_0_0_1px_var(--foreground-3)]";
  if (tone === "warning") return "border-warning-border shadow-xs";
  if (tone === "danger") return "border-danger-border shadow-xs";
  return "border-border shadow-xs hover:border-border-strong";
}
