/**
 * Prints a letter as plain text: the same words in the same order as the HTML, wrapped for people who read mail in a terminal.
 * The link stands on a line of its own and is never broken.
 */
import type { Fact, Letter } from "./letter";

const WIDTH = 76;

/** Breaks a paragraph at spaces into lines of at most `WIDTH`; a longer word stays whole. Each further line begins with `indent`. */
export function wrapText(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

/** Labelled values, the values in one column. */
export function factsText(facts: readonly Fact[]): string {
  const width = Math.max(0, ...facts.map((fact) => fact.label.length)) + 3;
  return facts
    .map((fact) => wrapText(`${`${fact.label}:`.padEnd(width)}${fact.value}`, " ".repeat(width)))
    .join("\n");
}

/** The whole mail as text; `middle` are the template's own paragraphs, between the lead and the button's link. */
export function letterText(letter: Letter, middle: readonly string[]): string {
  const { action } = letter;
  const blocks = [
    "Rollcall",
    `${wrapText(letter.title)}\n${"=".repeat(Math.min(WIDTH, letter.title.length))}`,
    wrapText(letter.lead),
    ...middle,
    `${action.label}:\n${action.url}`,
    action.note === null ? "" : wrapText(action.note),
    "-".repeat(WIDTH),
    wrapText(letter.reason.map((run) => run.words).join("")),
    wrapText(letter.closing),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
