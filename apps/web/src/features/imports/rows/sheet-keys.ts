/**
 * What a key means among the cells of the review. Pure, so that it can be read and tested as a table; the list of keys people
 * see (review/key-list) says the same. Letters start to edit, so nothing else hangs on a letter alone.
 */

export interface SheetKeyState {
  row: number;
  column: number;
  /** rows of the list */
  rows: number;
  columns: number;
  /** rows that fit on the screen */
  page: number;
}

export interface KeyPress {
  key: string;
  shift: boolean;
  /** Ctrl, or ⌘ */
  command: boolean;
  alt: boolean;
}

export type SheetAction =
  | { kind: "move"; row: number; column: number; extend: boolean }
  /** null: the value stays to be changed; else typing takes its place */
  | { kind: "edit"; text: string | null }
  | { kind: "fix"; all: boolean }
  | { kind: "problem"; step: 1 | -1 }
  | {
      kind:
        | "clear"
        | "drop"
        | "fill-down"
        | "detail"
        | "select-row"
        | "select-all"
        | "copy"
        | "menu"
        | "keys"
        | "escape";
    };

/** Null: the key is the page's or the browser's. */
export function sheetKeyAction(state: SheetKeyState, press: KeyPress): SheetAction | null {
  if (state.rows === 0) return press.key === "?" ? { kind: "keys" } : null;
  const moved = movement(state, press);
  if (moved !== null) return moved;
  if (press.alt) return null;
  return press.command ? commandAction(press) : plainAction(press);
}

function movement(state: SheetKeyState, { key, shift, command, alt }: KeyPress): SheetAction | null {
  if (alt) return null;
  const leap = Math.max(1, state.page - 1);
  const steps: Record<string, [down: number, right: number]> = {
    ArrowDown: [command ? state.rows : 1, 0],
    ArrowUp: [command ? -state.rows : -1, 0],
    ArrowRight: [0, command ? state.columns : 1],
    ArrowLeft: [0, command ? -state.columns : -1],
    PageDown: [leap, 0],
    PageUp: [-leap, 0],
    End: [state.rows, 0],
    Home: [-state.rows, 0],
  };
  const [down, right] = steps[key] ?? [0, 0];
  if (down === 0 && right === 0) return null;
  return {
    kind: "move",
    row: clamp(state.row + down, state.rows),
    column: clamp(state.column + right, state.columns),
    extend: shift && right === 0,
  };
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

function commandAction({ key, shift }: KeyPress): SheetAction | null {
  switch (key.toLowerCase()) {
    case ".":
      return { kind: "fix", all: false };
    case ">":
    case ":":
      return { kind: "fix", all: true };
    case "a":
      return shift ? null : { kind: "select-all" };
    case "c":
      return shift ? null : { kind: "copy" };
    case "d":
      return shift ? null : { kind: "fill-down" };
    case "backspace":
    case "delete":
      return { kind: "drop" };
    default:
      return null;
  }
}

/** One letter, however many code units it takes: not the name of a key. */
const isLetter = /^.$/u;

function plainAction({ key, shift }: KeyPress): SheetAction | null {
  switch (key) {
    case "Enter":
      return shift ? { kind: "fix", all: true } : { kind: "edit", text: null };
    case "F2":
      return { kind: "edit", text: null };
    case "F8":
      return { kind: "problem", step: shift ? -1 : 1 };
    case "F10":
      return shift ? { kind: "menu" } : null;
    case "ContextMenu":
      return { kind: "menu" };
    case "Delete":
    case "Backspace":
      return { kind: "clear" };
    case "Escape":
      return { kind: "escape" };
    case " ":
      return shift ? { kind: "select-row" } : { kind: "detail" };
    case "?":
      return { kind: "keys" };
    case "/":
      return null;
    default:
      return isLetter.test(key) ? { kind: "edit", text: key } : null;
  }
}
