"use client";
// The part of CommandMenu that is loaded when it is first opened: a dialog with a combobox and its list.
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

import { classNames } from "../class-names";
import { backdropClass } from "../dialog-popup";
import { Kbd } from "../kbd";
import { Spinner } from "../spinner";
import { matchGroups, splitMatch } from "./command-match";
import type { CommandGroup, CommandItem, CommandMenuProps } from "./command-types";

/** The dialog itself. */
export function CommandPanel(props: CommandMenuProps) {
  const { open, onOpenChange, label = "Command menu" } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          aria-label={label}
          initialFocus={input}
          className="fixed top-[12vh] left-1/2 z-50 flex max-h-[min(560px,76vh)] w-[calc(100vw-24px)] max-w-150 -translate-x-1/2 flex-col overflow-hidden rounded-lg bg-overlay text-foreground shadow-lg outline-none transition-opacity duration-(--speed-fast) max-md:top-3 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Content {...props} label={label} input={input} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content(
  props: CommandMenuProps & { label: string; input: React.RefObject<HTMLInputElement | null> },
) {
  const {
    onOpenChange,
    query,
    onQueryChange,
    loading = false,
    label,
    input,
    placeholder = "Search or go to",
  } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const groups = matchGroups(props.groups, query);
  const items = groups.flatMap((group) => group.items);
  const active = Math.max(
    0,
    items.findIndex((item) => item.id === activeId),
  );
  const current = items[active];
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active, query]);
  const run = (item: CommandItem) => {
    onOpenChange(false);
    item.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActiveId(items[(active + step + items.length) % Math.max(1, items.length)]?.id ?? null);
    }
    if (event.key === "Enter" && current !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(current);
    }
  };
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-3 border-b border-border px-4">
        {loading ? <Spinner className="size-4" /> : <Search className="text-foreground-3" />}
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setActiveId(null);
            onQueryChange(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-md outline-none"
        />
        <button type="button" onClick={() => onOpenChange(false)} className="rounded-xs">
          <span className="sr-only">Close </span>
          <Kbd keys="Esc" />
        </button>
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="min-h-0 flex-1 overflow-y-auto p-1.5 scrollbar-thin"
      >
        {groups.map((group) => (
          <Group
            key={group.label}
            group={group}
            id={id}
            query={query}
            current={current}
            onHover={setActiveId}
            onRun={run}
          />
        ))}
      </div>
      <p role="status" className={items.length === 0 ? "px-4 pb-5 text-foreground-3" : "sr-only"}>
        {items.length === 0
          ? loading
            ? "Searching"
            : (props.emptyText ?? "Nothing by that name")
          : `${items.length} results`}
      </p>
    </>
  );
}

interface GroupProps {
  group: CommandGroup;
  id: string;
  query: string;
  current: CommandItem | undefined;
  onHover: (id: string) => void;
  onRun: (item: CommandItem) => void;
}

function Group({ group, id, query, current, onHover, onRun }: GroupProps) {
  return (
    <div role="group" aria-label={group.label}>
      <div aria-hidden className="px-2.5 pt-2.5 pb-1.5 text-xs text-foreground-3">
        {group.label}
      </div>
      {group.items.map((item) => (
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item === current}
          onPointerMove={() => onHover(item.id)}
          onClick={() => onRun(item)}
          className={classNames(
            "flex h-9 items-center gap-3 rounded-sm px-2.5 max-md:h-11 [&_.lucide]:text-foreground-3",
            item === current && "bg-accent-soft",
          )}
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate">
            {splitMatch(item.label, query).map((piece, index) =>
              piece.hit ? (
                <strong key={index} className="font-semibold">
                  {piece.text}
                </strong>
              ) : (
                piece.text
              ),
            )}
            {item.detail !== undefined && <span className="ml-1.5 text-foreground-3">{item.detail}</span>}
          </span>
          {item === current ? (
            <Kbd keys="↵" />
          ) : (
            item.kbd !== undefined && <Kbd keys={item.kbd} className="max-md:hidden" />
          )}
        </div>
      ))}
    </div>
  );
}
