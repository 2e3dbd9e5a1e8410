"use client";
// Small strokes beside the scrollbar: where along the list something needs looking at.
import type { GridMark } from "./grid-types";

const TONES = { warning: "bg-warning-solid", danger: "bg-danger-solid", info: "bg-info-solid" };

export interface ScrollMarksProps {
  marks: readonly GridMark[];
  label: string;
  /** Pixels the head takes. */
  top: number;
  onJump: (at: number) => void;
}

/** For the pointer only: the keyboard has its own way to the next one. */
export function ScrollMarks({ marks, label, top, onJump }: ScrollMarksProps) {
  return (
    <div
      aria-hidden
      title={label}
      className="absolute right-0 bottom-0 z-10 w-2.5 border-l border-border-subtle max-md:hidden"
      style={{ top }}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onJump((event.clientY - box.top) / box.height);
      }}
    >
      {marks.map((mark, index) => (
        <span
          key={index}
          className={`absolute right-0.5 left-0.5 h-0.5 rounded-full ${TONES[mark.tone]}`}
          style={{ top: `${mark.at * 100}%` }}
        />
      ))}
    </div>
  );
}
