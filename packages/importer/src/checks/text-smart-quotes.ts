// Values that a word processor has put in typographic quotes: “Jane Doe”, „Jane“, «Jane».
import { clip } from "../model/problem";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

const quotes = /^[“”„‟«»‹›‘‚]\s*([^“”„‟«»‹›]+?)\s*[“”‟«»‹›’‘]$/u;

/** `text.smart-quotes`: quotes around the whole value; apostrophes and quotes in it are text. */
export const textSmartQuotes: TextRule = (cell) => {
  const better = quotes.exec(cell.text)?.[1];
  if (better === undefined) return null;
  return textProblem("text.smart-quotes", { value: clip(cell.text) }, cell, {
    better,
    label: "Take the quotes off",
  });
};
