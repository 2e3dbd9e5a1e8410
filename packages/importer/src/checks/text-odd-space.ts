// Spaces that look like one and are none: they make "Jane Doe" two people. The wide space of Chinese and Japanese is at home.
import { clip } from "../model/problem";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

const odd = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]+/gu;

/** `text.odd-space` inside the value; around it white space of any kind is taken off anyway. */
export const textOddSpace: TextRule = (cell) => {
  if (cell.text.search(odd) < 0) return null;
  const better = cell.text.replace(odd, " ").replace(/ {2,}/gu, " ").trim();
  return textProblem("text.odd-space", { value: clip(cell.text) }, cell, {
    better,
    label: "Put an ordinary space",
  });
};
