/** What the use cases of taking an import back give: plain data, ids are strings. */
import type { ImportGuard } from "../guards";

/** restored: as it was before; removed: made by the import and gone again; kept: changed since; gone: deleted since */
export type UndoHeap = "restored" | "removed" | "kept" | "gone";

export interface UndoCounts {
  restored: number;
  removed: number;
  kept: number;
  gone: number;
  /** of those restored: who had a department, service plan or group that was deleted since; their rows name it */
  lacking: number;
}

/** Which rows; nothing said: all of them. At most 10,000. */
export interface UndoChoice {
  /** left out: all */
  rowNos?: number[] | undefined;
  /** of these, or of all, only those of a heap, or whose address or name holds a text */
  only?: { heap?: UndoHeap | undefined; search?: string | undefined } | undefined;
}

export interface UndoPreview extends UndoCounts {
  /** what cannot be taken back: mails to these people that were sent */
  mailsSent: number;
  /** of an undo that is taken back: welcome mails that it cancelled before they were sent; they are sent now */
  mailsAgain: number;
  /** sign-ins that end */
  sessions: number;
  /** groups and departments that the import created and nobody would use any more */
  groups: number;
  departments: number;
  /** undoImport takes it back */
  fingerprint: string;
  /** what undoImport asks to be typed, and why; null: nothing */
  guard: Omit<ImportGuard, "onlyGrants"> | null;
}

export interface UndoRowView {
  /** of the import that is taken back; below zero: a member outside its file whom it took out of a group */
  rowNo: number;
  /** of the file; null where there is none */
  line: number | null;
  accountId: string;
  email: string | null;
  name: string | null;
  heap: UndoHeap;
  /** in plain words; of what is kept: what happened since; of what is restored: what it cannot get back */
  reason: string | null;
}

export interface UndoRowPage {
  rows: UndoRowView[];
  nextCursor: number | null;
}
