"use client";
// A value in a grid that is wrong, where it stands: tinted, the wrong part marked, with its explanation one press away.
import { TriangleAlert } from "lucide-react";

import { classNames } from "./class-names";

export interface CellProblemProps {
  /** The value as it is. */
  children: string;
  /** What is wrong, in plain words. */
  problem: string;
  /** The wrong part: from, to (not included), in UTF-16 units. A space shows as a block, a word underlined. */
  mark?: readonly [number, number] | undefined;
  tone?: "warning" | "danger" | undefined;
  /** Opens the fix. */
  onOpen?: ((cell: HTMLElement) => void) | undefined;
  className?: string | undefined;
}

const TONES = {
  warning: {
    box: "border-warning-border bg-warning-soft",
    icon: "text-warning",
    word: "font-medium text-warning border-warning-solid",
    gap: "bg-warning-solid",
  },
  danger: {
    box: "border-danger-border bg-danger-soft",
    icon: "text-danger",
    word: "font-medium text-danger border-danger-solid",
    gap: "bg-danger-solid",
  },
};

/** A button as wide as its cell. In a GridColumn with `overflow: "visible"`. */
export function CellProblem({
  children,
  problem,
  mark,
  tone = "warning",
  onOpen,
  className,
}: CellProblemProps) {
  const look = TONES[tone];
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={(event) => onOpen?.(event.currentTarget)}
      className={classNames(
        "-mx-1.5 flex h-7 w-[calc(100%+12px)] min-w-0 items-center gap-2 rounded-xs border px-1.5 text-left text-foreground",
        look.box,
        className,
      )}
    >
      <span className="min-w-0 flex-1 truncate whitespace-pre">
        <Marked text={children} mark={mark} word={look.word} gap={look.gap} />
      </span>
      <span className="sr-only">, {problem}</span>
      <TriangleAlert className={classNames("size-3.5", look.icon)} />
    </button>
  );
}

function Marked(props: {
  text: string;
  mark: readonly [number, number] | undefined;
  word: string;
  gap: string;
}) {
  const { text, mark, word, gap } = props;
  if (mark === undefined) return text === "" ? <span className="text-foreground-3">empty</span> : text;
  const part = text.slice(mark[0], mark[1]);
  return (
    <>
      {text.slice(0, mark[0])}
      <mark
        className={classNames(
          "bg-transparent text-inherit",
          part.trim() === ""
            ? `mx-px inline-block h-4 w-1.5 rounded-[1px] align-[-3px] ${gap}`
            : `border-b-2 ${word}`,
        )}
      >
        {part}
      </mark>
      {text.slice(mark[1])}
    </>
  );
}
