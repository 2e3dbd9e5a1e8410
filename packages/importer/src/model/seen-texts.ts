// What remembers texts of a file by the line where each was first seen. Types only.

/** A table of lines, or what stands for one where the table is elsewhere. */
export interface SeenTexts {
  /** The line where the text was first seen, or 0, and then it is remembered with this line (≥ 1). */
  seen: (text: string, line: number) => number;
}

/** The tables by which rows of one file are compared with earlier ones; one that is missing is not asked. */
export interface RepeatTables {
  addresses?: SeenTexts;
  usernames?: SeenTexts;
  passwords?: SeenTexts;
}
