"use client";
// Where a file comes in: by the file dialog, by dropping it, or by pasting it. It checks the kind by name only; what is
// in the file is the page's affair. With children (the card of the file at hand) it shrinks to a line above them.
import { Upload } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { DragEvent, ReactNode } from "react";

import { classNames } from "./class-names";
import { Kbd } from "./kbd";

export interface DropzoneProps {
  /** Names the file input. */
  label: string;
  /** Extensions with the dot: [".csv", ".xlsx"]. */
  extensions: readonly string[];
  onFile: (file: File) => void;
  /** A file of another kind, or several at once. */
  onRefuse?: ((reason: "kind" | "several", files: readonly File[]) => void) | undefined;
  /** "Drop a file here, " */
  prompt?: ReactNode;
  /** The word that opens the file dialog: "choose one". */
  chooseLabel?: string | undefined;
  /** After it: " or paste with". */
  pasteLabel?: string | undefined;
  /** The keys that paste on the reader's system: ["⌘", "V"], or ["Ctrl", "V"] when not said. */
  pasteKeys?: readonly string[] | undefined;
  /** At the end, or below: which kinds. */
  hint?: ReactNode;
  /** Take pasted files and drops anywhere on the page. */
  wholePage?: boolean | undefined;
  disabled?: boolean | undefined;
  /** What has just happened, for assistive technology. */
  status?: string | undefined;
  /** The file at hand. */
  children?: ReactNode;
  className?: string | undefined;
}

/** The zone. */
export function Dropzone(props: DropzoneProps) {
  const {
    label,
    extensions,
    hint,
    wholePage = true,
    disabled = false,
    status = "",
    children,
    className,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const filled = children !== undefined && children !== null && children !== false;
  const take = (list: FileList | null | undefined) => {
    if (disabled || list === null || list === undefined || list.length === 0) return;
    const files = [...list];
    const file = files[0];
    if (file === undefined) return;
    if (files.length > 1) props.onRefuse?.("several", files);
    else if (hasExtension(file.name, extensions)) props.onFile(file);
    else props.onRefuse?.("kind", files);
  };
  const { over, handlers } = useDrop(take);
  usePageFiles(wholePage && !disabled, take);
  return (
    <div
      {...handlers}
      data-over={over ? "" : undefined}
      className={classNames(
        "rounded-md border border-dashed bg-subtle transition-colors data-over:border-accent data-over:bg-accent-soft",
        filled
          ? "border-border-strong p-2"
          : "border-border-control hover:border-foreground-3 hover:bg-muted has-focus-visible:border-ring",
        disabled && "opacity-45",
        className,
      )}
    >
      <input
        ref={input}
        id={id}
        type="file"
        aria-label={label}
        accept={extensions.join(",")}
        disabled={disabled}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Prompt {...props} filled={filled} open={() => input.current?.click()} />
      {filled && children}
      <span role="status" className="sr-only">
        {status}
      </span>
      {!filled && hint !== undefined && (
        <p className="-mt-9 pb-5 text-center text-xs text-foreground-3">{hint}</p>
      )}
    </div>
  );
}

/** The words. Empty, the whole zone is the button; filled, only the word that chooses is. */
function Prompt(props: DropzoneProps & { filled: boolean; open: () => void }) {
  const {
    filled,
    open,
    disabled = false,
    hint,
    chooseLabel = "choose one",
    pasteLabel = " or paste with",
    pasteKeys = ["Ctrl", "V"],
  } = props;
  const prompt =
    props.prompt ?? (filled ? "Drop another file to take this one’s place, " : "Drop a file here, ");
  const paste = (
    <span className="max-md:hidden">
      {pasteLabel} <Kbd keys={pasteKeys} className="mx-0.5 align-middle" />
    </span>
  );
  if (filled) {
    return (
      <div className="flex flex-wrap items-center gap-2.5 px-2 pt-1.5 pb-3 text-foreground-3">
        <Upload className="max-md:hidden" />
        <span className="min-w-0 flex-1">
          {prompt}
          <button
            type="button"
            disabled={disabled}
            onClick={open}
            className="rounded-xs font-medium text-accent-text hover:underline"
          >
            {chooseLabel}
          </button>
          {paste}
        </span>
        {hint !== undefined && <span className="text-xs">{hint}</span>}
      </div>
    );
  }
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={open}
      className="flex min-h-52 w-full flex-col items-center justify-center gap-3 rounded-md px-6 pt-8 pb-14 text-center focus-inset"
    >
      <span className="flex size-10 items-center justify-center rounded-md border border-border bg-surface text-foreground-2 shadow-xs">
        <Upload className="size-4.5" />
      </span>
      <span className="text-base text-foreground-2">
        {prompt}
        <span className="font-medium text-accent-text">{chooseLabel}</span>
        {paste}
      </span>
    </button>
  );
}

/** Whether a file name ends in one of the extensions, in any case. */
export function hasExtension(name: string, extensions: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return extensions.some((extension) => lower.endsWith(extension.toLowerCase()));
}

/** Drag state and handlers; entering a child is not leaving. */
function useDrop(take: (files: FileList | null) => void) {
  const [depth, setDepth] = useState(0);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    over: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (carries(event)) setDepth((count) => count + 1);
      },
      onDragLeave: (event: DragEvent) => {
        if (carries(event)) setDepth((count) => Math.max(0, count - 1));
      },
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        event.stopPropagation();
        setDepth(0);
        take(event.dataTransfer.files);
      },
    },
  };
}

/** Files pasted or dropped beside the zone; a drop never makes the browser leave the page. */
function usePageFiles(enabled: boolean, take: (files: FileList | null | undefined) => void) {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!enabled) return;
    const onPaste = (event: ClipboardEvent) => {
      if ((event.clipboardData?.files.length ?? 0) === 0) return;
      event.preventDefault();
      latest.current(event.clipboardData?.files);
    };
    const onDragOver = (event: globalThis.DragEvent) => event.preventDefault();
    const onDrop = (event: globalThis.DragEvent) => {
      event.preventDefault();
      latest.current(event.dataTransfer?.files);
    };
    window.addEventListener("paste", onPaste);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("paste", onPaste);
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
    };
  }, [enabled]);
}
