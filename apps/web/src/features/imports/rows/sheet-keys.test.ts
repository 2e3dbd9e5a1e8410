import { describe, expect, test } from "vitest";
import { sheetKeyAction, type KeyPress, type SheetAction, type SheetKeyState } from "./sheet-keys";

const state: SheetKeyState = { row: 5, column: 2, rows: 1_000_000, columns: 8, page: 20 };
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  command: false,
  alt: false,
  ...more,
});
const move = (row: number, column: number, extend = false): SheetAction => ({
  kind: "move",
  row,
  column,
  extend,
});

describe("what a key means among cells", () => {
  test.each<[why: string, change: Partial<SheetKeyState>, press: KeyPress, action: SheetAction | null]>([
    ["down", {}, press("ArrowDown"), move(6, 2)],
    ["up at the top stays", { row: 0 }, press("ArrowUp"), move(0, 2)],
    ["left", {}, press("ArrowLeft"), move(5, 1)],
    ["right at the end stays", { column: 7 }, press("ArrowRight"), move(5, 7)],
    ["Ctrl right: last column", {}, press("ArrowRight", { command: true }), move(5, 7)],
    ["Ctrl down: last row", {}, press("ArrowDown", { command: true }), move(999_999, 2)],
    ["End: last row", {}, press("End"), move(999_999, 2)],
    ["Home: first row", {}, press("Home"), move(0, 2)],
    ["a page keeps one row in sight", {}, press("PageDown"), move(24, 2)],
    ["a page up stops at the top", {}, press("PageUp"), move(0, 2)],
    ["Shift extends over rows", {}, press("ArrowDown", { shift: true }), move(6, 2, true)],
    ["not over columns", {}, press("ArrowRight", { shift: true }), move(5, 3)],
    ["Shift End: to the end", {}, press("End", { shift: true }), move(999_999, 2, true)],
    ["Enter edits", {}, press("Enter"), { kind: "edit", text: null }],
    ["Shift Enter fixes all alike", {}, press("Enter", { shift: true }), { kind: "fix", all: true }],
    ["F2 edits", {}, press("F2"), { kind: "edit", text: null }],
    ["a letter starts to edit", {}, press("ø"), { kind: "edit", text: "ø" }],
    ["so does one beyond the first plane", {}, press("𝒜"), { kind: "edit", text: "𝒜" }],
    ["so does a capital", {}, press("Y", { shift: true }), { kind: "edit", text: "Y" }],
    ["a dead key is no letter", {}, press("Dead"), null],
    ["Ctrl . fixes", {}, press(".", { command: true }), { kind: "fix", all: false }],
    ["a full stop is text", {}, press("."), { kind: "edit", text: "." }],
    ["Ctrl D fills down", {}, press("d", { command: true }), { kind: "fill-down" }],
    ["Ctrl A takes all", {}, press("a", { command: true }), { kind: "select-all" }],
    ["Ctrl R is the browser's", {}, press("r", { command: true }), null],
    ["Ctrl Z is the page's", {}, press("z", { command: true }), null],
    ["F8: next problem", {}, press("F8"), { kind: "problem", step: 1 }],
    ["Shift F8: the one before", {}, press("F8", { shift: true }), { kind: "problem", step: -1 }],
    ["Delete empties", {}, press("Delete"), { kind: "clear" }],
    ["Ctrl Delete leaves the row out", {}, press("Delete", { command: true }), { kind: "drop" }],
    ["Space opens what changes", {}, press(" "), { kind: "detail" }],
    ["Shift Space takes the row", {}, press(" ", { shift: true }), { kind: "select-row" }],
    ["the menu key", {}, press("ContextMenu"), { kind: "menu" }],
    ["Shift F10, too", {}, press("F10", { shift: true }), { kind: "menu" }],
    ["? lists the keys", {}, press("?", { shift: true }), { kind: "keys" }],
    ["/ searches, which is the page's", {}, press("/"), null],
    ["Tab leaves", {}, press("Tab"), null],
    ["Esc", {}, press("Escape"), { kind: "escape" }],
    ["Alt is the browser's", {}, press("ArrowLeft", { alt: true }), null],
    ["no rows, nothing to do", { rows: 0 }, press("ArrowDown"), null],
  ])("%s", (_why, change, key, action) => {
    expect(sheetKeyAction({ ...state, ...change }, key)).toEqual(action);
  });
});
