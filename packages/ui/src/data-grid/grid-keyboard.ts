// What a key means in a grid of rows. Pure, so that it can be read and tested as a table; moving focus is data-grid's.

export interface GridKeyState {
  /** Index of the focused row; -1 when none. */
  focused: number;
  /** Rows that are loaded. */
  count: number;
  /** Rows that fit on the screen. */
  page: number;
  selectable: boolean;
  expandable: boolean;
}

export interface GridKeyPress {
  key: string;
  shift: boolean;
  /** Ctrl, or ⌘. */
  command: boolean;
}

export type GridKeyAction =
  /** Focus a row; `extend` also selects from the anchor to it. */
  | { kind: "move"; to: number; extend: boolean }
  | { kind: "toggle"; index: number; extend: boolean }
  | { kind: "open"; index: number }
  | { kind: "expand"; index: number; open: boolean }
  | { kind: "select-all" }
  | { kind: "escape" };

/** The action of a key press; null leaves it to the browser. */
export function gridKeyAction(state: GridKeyState, press: GridKeyPress): GridKeyAction | null {
  const to = target(state, press.key);
  if (to !== null && !(press.command && (press.key === "ArrowUp" || press.key === "ArrowDown"))) {
    if (state.count === 0) return null;
    return { kind: "move", to: clamp(to, state.count), extend: press.shift && state.selectable };
  }
  if (press.command) {
    return press.key.toLowerCase() === "a" && state.selectable ? { kind: "select-all" } : null;
  }
  return onFocusedRow(state, press);
}

/** Keys that concern the row in focus. */
function onFocusedRow(state: GridKeyState, press: GridKeyPress): GridKeyAction | null {
  if (press.key === "Escape") return { kind: "escape" };
  const index = state.focused;
  if (index < 0 || index >= state.count) return null;
  switch (press.key) {
    case "Enter":
      return { kind: "open", index };
    case " ":
    case "x":
    case "X":
      return state.selectable ? { kind: "toggle", index, extend: press.shift } : null;
    case "ArrowRight":
    case "ArrowLeft":
      return state.expandable ? { kind: "expand", index, open: press.key === "ArrowRight" } : null;
    default:
      return null;
  }
}

/** The row a movement key leads to, before the ends are minded; null for other keys. */
function target({ focused, count, page }: GridKeyState, key: string): number | null {
  switch (key) {
    case "ArrowDown":
      return focused + 1;
    case "ArrowUp":
      return focused - 1;
    case "PageDown":
      return focused + Math.max(1, page - 1);
    case "PageUp":
      return focused - Math.max(1, page - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}
