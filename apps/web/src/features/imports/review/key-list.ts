/** The keys of the review, as the dialog lists them. What they do is in rows/sheet-keys and where they are listened to. Pure. */

export interface KeyGroup {
  title: string;
  keys: readonly { keys: readonly string[]; what: string }[];
}

/** `mod`: "⌘" or "Ctrl". */
export function keyList(mod: string): KeyGroup[] {
  return [
    {
      title: "Move",
      keys: [
        { keys: ["↑", "↓", "←", "→"], what: "from cell to cell" },
        { keys: ["PgUp", "PgDn"], what: "a screenful" },
        { keys: ["Home", "End"], what: "first and last row" },
        { keys: [mod, "←", "→"], what: "first and last column" },
        { keys: ["F8"], what: "next row that needs attention" },
        { keys: ["⇧", "F8"], what: "the one before" },
        { keys: ["/"], what: "search" },
      ],
    },
    {
      title: "Correct",
      keys: [
        { keys: ["↵"], what: "edit; again: take the fix, or keep and go down" },
        { keys: ["A–Z"], what: "typing takes the place of what is there" },
        { keys: ["Tab"], what: "keep, and edit the next cell" },
        { keys: ["Esc"], what: "leave the cell as it was" },
        { keys: ["Del"], what: "empty the cell" },
        { keys: [mod, "."], what: "fix this cell" },
        { keys: ["⇧", "↵"], what: "fix all rows like this" },
        { keys: [mod, "H"], what: "find and replace" },
        { keys: [mod, "Z"], what: "undo" },
        { keys: [mod, "⇧", "Z"], what: "redo" },
      ],
    },
    {
      title: "Rows",
      keys: [
        { keys: ["⇧", "↑", "↓"], what: "select rows" },
        { keys: ["⇧", "Space"], what: "select this row" },
        { keys: [mod, "A"], what: "select all" },
        { keys: [mod, "D"], what: "fill the first value down" },
        { keys: [mod, "Del"], what: "leave out, or take back" },
        { keys: ["Space"], what: "open what changes" },
        { keys: ["⇧", "F10"], what: "everything for this row" },
      ],
    },
    {
      title: "The import",
      keys: [
        { keys: [mod, "↵"], what: "confirm: the button at the end" },
        { keys: ["?"], what: "this list" },
      ],
    },
  ];
}
