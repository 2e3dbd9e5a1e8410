import { describe, expect, it } from "vitest";

import { gridKeyAction } from "./grid-keyboard";
import type { GridKeyAction, GridKeyPress, GridKeyState } from "./grid-keyboard";

const state: GridKeyState = { focused: 5, count: 100, page: 10, selectable: true, expandable: true };
const press = (key: string, more: Partial<GridKeyPress> = {}): GridKeyPress => ({
  key,
  shift: false,
  command: false,
  ...more,
});

describe("what a key means in a grid", () => {
  const cases: [string, Partial<GridKeyState>, GridKeyPress, GridKeyAction | null][] = [
    ["down moves", {}, press("ArrowDown"), { kind: "move", to: 6, extend: false }],
    ["up moves", {}, press("ArrowUp"), { kind: "move", to: 4, extend: false }],
    [
      "down on the last row stays",
      { focused: 99 },
      press("ArrowDown"),
      { kind: "move", to: 99, extend: false },
    ],
    ["up on the first row stays", { focused: 0 }, press("ArrowUp"), { kind: "move", to: 0, extend: false }],
    [
      "down without focus takes the first row",
      { focused: -1 },
      press("ArrowDown"),
      { kind: "move", to: 0, extend: false },
    ],
    ["a page keeps one row in sight", {}, press("PageDown"), { kind: "move", to: 14, extend: false }],
    ["a page up stops at the top", {}, press("PageUp"), { kind: "move", to: 0, extend: false }],
    ["a tiny window still moves", { page: 1 }, press("PageDown"), { kind: "move", to: 6, extend: false }],
    ["home", {}, press("Home"), { kind: "move", to: 0, extend: false }],
    ["end", {}, press("End"), { kind: "move", to: 99, extend: false }],
    ["shift extends", {}, press("ArrowDown", { shift: true }), { kind: "move", to: 6, extend: true }],
    [
      "shift only moves where nothing can be selected",
      { selectable: false },
      press("End", { shift: true }),
      { kind: "move", to: 99, extend: false },
    ],
    ["⌘↓ is the browser's", {}, press("ArrowDown", { command: true }), null],
    ["an empty grid does nothing", { count: 0, focused: -1 }, press("ArrowDown"), null],
    ["x selects", {}, press("x"), { kind: "toggle", index: 5, extend: false }],
    [
      "so does X with Shift, as a range",
      {},
      press("X", { shift: true }),
      { kind: "toggle", index: 5, extend: true },
    ],
    ["and space", {}, press(" "), { kind: "toggle", index: 5, extend: false }],
    ["x without focus does nothing", { focused: -1 }, press("x"), null],
    ["x where nothing can be selected", { selectable: false }, press("x"), null],
    ["⌘X stays cut", {}, press("x", { command: true }), null],
    ["⌘A selects all", {}, press("a", { command: true }), { kind: "select-all" }],
    [
      "⌘A is the browser's where nothing can be selected",
      { selectable: false },
      press("a", { command: true }),
      null,
    ],
    ["Enter opens", {}, press("Enter"), { kind: "open", index: 5 }],
    ["right opens the detail", {}, press("ArrowRight"), { kind: "expand", index: 5, open: true }],
    ["left closes it", {}, press("ArrowLeft"), { kind: "expand", index: 5, open: false }],
    ["right scrolls where there is no detail", { expandable: false }, press("ArrowRight"), null],
    ["Esc, also without focus", { focused: -1 }, press("Escape"), { kind: "escape" }],
    ["other keys are the page's", {}, press("n"), null],
  ];
  it.each(cases)("%s", (_why, change, key, action) => {
    expect(gridKeyAction({ ...state, ...change }, key)).toEqual(action);
  });
});
