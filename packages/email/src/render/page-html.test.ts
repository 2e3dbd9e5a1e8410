import { createElement } from "react";
import { expect, it } from "vitest";

import { filledHtml, renderedHtml, type Page } from "./page-html";

interface Words {
  title: string;
  href: string;
  note: string | null;
  rows: readonly { label: string; strong: boolean }[];
}

const page: Page<Words> = ({ words }) =>
  createElement(
    "section",
    { title: words.title },
    createElement("a", { href: words.href }, words.title, words.note),
    words.rows.map((row, index) => createElement(row.strong ? "b" : "i", { key: index }, row.label)),
  );

const plain: Words = { title: "T", href: "https://a.example/?a=1&b=2", note: null, rows: [] };

it.each<[string, Words]>([
  ["plain words", plain],
  ["the same shape with other words", { ...plain, title: "U" }],
  ["every character that is escaped", { ...plain, title: `<b> & "quotes" 'n' &amp; </a>` }],
  ["a word that is there in one mail and missing in the next", { ...plain, note: "soon" }],
  ["an empty word, which React leaves out", { ...plain, note: "" }],
  ["no row, one row, two rows", { ...plain, rows: [{ label: "a", strong: false }] }],
  ["the other kind of row", { ...plain, rows: [{ label: "a", strong: true }] }],
  [
    "as many rows of mixed kinds",
    { ...plain, rows: [1, 2, 3].map((n) => ({ label: `r${n}`, strong: n === 2 })) },
  ],
  ["words that look like marks", { ...plain, title: "\uE0001\uE001", note: "\uE0000\uE001" }],
  ["words that replace() would read", { ...plain, title: "$& $1 $$ $`" }],
])("fills in what React would render: %s", async (_why, words) => {
  const rendered = await renderedHtml(page, words);
  expect(await filledHtml(page, words)).toBe(rendered);
  // the second time from the kept form
  expect(await filledHtml(page, words)).toBe(rendered);
});

it("keeps the forms of two pages apart", async () => {
  const other: Page<Words> = ({ words }) => createElement("h1", null, words.title);
  expect(await filledHtml(other, plain)).toContain("<h1>T</h1>");
  expect(await filledHtml(page, plain)).not.toContain("<h1>");
});

it("passes on what a page throws, and tries again the next time", async () => {
  let broken = true;
  const moody: Page<{ title: string }> = ({ words }) => {
    if (broken) throw new Error("not today");
    return createElement("p", null, words.title);
  };
  await expect(filledHtml(moody, { title: "a" })).rejects.toThrow("not today");
  broken = false;
  expect(await filledHtml(moody, { title: "a" })).toContain("<p>a</p>");
});
