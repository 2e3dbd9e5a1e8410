// Characters that cannot be seen in names and other values: zero width, direction marks and overrides, soft hyphens.
import { clip } from "../model/problem";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
// Joiners are letters' glue in Persian, Indic scripts and emoji; between Latin letters, or at an end, they are nothing.
// eslint-disable-next-line no-control-regex -- from U+0000: everything that is Latin
const joiner = /(?<![^\u0000-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u024f])/gu;

/** `text.invisible`, with the value without them. */
export const textInvisible: TextRule = (cell) => {
  const better = cell.text.replace(invisible, "").replace(joiner, "").trim();
  if (better === cell.text) return null;
  const found = Array.from(cell.text).find((character) => invisibleOne.test(character)) ?? "";
  const character = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const value = clip(better);
  return textProblem("text.invisible", { value, character }, cell, { better, label: "Take it out" });
};

const invisibleOne = new RegExp(`${invisible.source}|[\\u200c\\u200d]`, "u");
