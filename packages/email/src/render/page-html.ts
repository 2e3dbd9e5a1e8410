/**
 * Makes the HTML of a mail, fast enough for a hundred thousand in a row. React renders a page once per shape of its words
 * (which are there, how many in a list) with marks in place of the words; after that a mail is the page's fixed parts
 * joined with its own words, escaped as React escapes them. Knows nothing of what a mail says.
 */
import { render } from "@react-email/render";
import { createElement, type ComponentType } from "react";

/** A component that prints words: it may show, leave out or repeat them, but never change, compare or measure one. */
export type Page<W> = ComponentType<{ words: W }>;

/** fixed, word, fixed, word, …, fixed: `words[i]` stands between `fixed[i]` and `fixed[i + 1]` */
interface Form {
  fixed: readonly string[];
  words: readonly number[];
}

const MARK = /\uE000(\d+)\uE001/u;
/** more shapes than any honest use has; the oldest goes first */
const MAX_FORMS = 200;

const forms = new Map<unknown, Map<string, Promise<Form>>>();

/** The page as React renders it: some milliseconds. */
export async function renderedHtml<W extends object>(page: Page<W>, words: W): Promise<string> {
  const html = await render(createElement(page, { words }));
  // What React leaves for the browser's part of React, which a mail does not have.
  return html.replace(/<!--(?:\/?\$| |html|head|body)-->/gu, "");
}

/** The same bytes as `renderedHtml`, from the form kept for this page and shape of words. */
export async function filledHtml<W extends object>(page: Page<W>, words: W): Promise<string> {
  const leaves: string[] = [];
  const { shape, marked } = markWords(words, leaves);
  const form = await formOf(page, shape, marked as W);
  let html = form.fixed[0] ?? "";
  form.words.forEach((leaf, index) => {
    html += escapeHtml(leaves[leaf] ?? "") + (form.fixed[index + 1] ?? "");
  });
  return html;
}

function formOf<W extends object>(page: Page<W>, shape: string, marked: W): Promise<Form> {
  const known = forms.get(page) ?? new Map<string, Promise<Form>>();
  forms.set(page, known);
  const kept = known.get(shape);
  if (kept !== undefined) return kept;
  const [oldest] = known.keys();
  if (known.size >= MAX_FORMS && oldest !== undefined) known.delete(oldest);
  const made = renderedHtml(page, marked).then(splitAtMarks);
  known.set(shape, made);
  made.catch(() => known.delete(shape));
  return made;
}

function splitAtMarks(html: string): Form {
  const parts = html.split(MARK);
  return {
    fixed: parts.filter((_part, index) => index % 2 === 0),
    words: parts.filter((_part, index) => index % 2 === 1).map(Number),
  };
}

/** Copies `value` with a mark for every string that is not empty, collects those strings, and names what is left: the shape. */
function markWords(value: unknown, leaves: string[]): { shape: string; marked: unknown } {
  if (typeof value === "string") {
    if (value === "") return { shape: "''", marked: "" };
    leaves.push(value);
    return { shape: "s", marked: `\uE000${leaves.length - 1}\uE001` };
  }
  if (Array.isArray(value)) {
    const parts = value.map((item) => markWords(item, leaves));
    return { shape: `[${parts.map((part) => part.shape).join()}]`, marked: parts.map((part) => part.marked) };
  }
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([key, item]) => ({ key, ...markWords(item, leaves) }));
    return {
      shape: `{${parts.map((part) => `${part.key}:${part.shape}`).join()}}`,
      marked: Object.fromEntries(parts.map((part) => [part.key, part.marked])),
    };
  }
  return { shape: String(value), marked: value };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "<": "&lt;",
  ">": "&gt;",
};

/** As React DOM's server escapes text and attributes alike. */
function escapeHtml(text: string): string {
  return text.replace(/["&'<>]/gu, (character) => ESCAPES[character] ?? character);
}
