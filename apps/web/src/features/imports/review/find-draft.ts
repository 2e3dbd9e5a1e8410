/** What somebody types into find and replace. Apart from the screen, which is loaded when it is first wanted. */

/** What is typed; kept by the page, so that it is there again when the window was narrow for a moment. */
export interface FindDraft {
  open: boolean;
  /** place of a column, or "all" */
  column: string;
  find: string;
  replace: string;
  matchCase: boolean;
  wholeCell: boolean;
}

export const everyColumn = "all";

export const noFind: FindDraft = {
  open: false,
  column: everyColumn,
  find: "",
  replace: "",
  matchCase: false,
  wholeCell: false,
};
