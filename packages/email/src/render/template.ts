/**
 * The recipe of one kind of mail: its data turned into words, the words printed as a page and as text. Each file in
 * templates/ defines one; this module ties the three together and knows no kind.
 */
import type { RenderedMail } from "../mail";
import type { Letter } from "../pieces/letter";
import { filledHtml, renderedHtml, type Page } from "./page-html";

export interface TemplateParts<D, W extends Letter> {
  /** what the preview page calls it */
  label: string;
  /** what the preview page and the tests show: complete and believable */
  previewData: D;
  /** further previews, where a kind has more than one look */
  variants?: Readonly<Record<string, D>>;
  words: (data: D) => W;
  Page: Page<W>;
  text: (words: W) => string;
}

export interface Template<D> {
  label: string;
  previewData: D;
  variants: Readonly<Record<string, D>>;
  /** "filled" (fast) and "rendered" (React for every mail) give the same bytes */
  render: (data: D, how: "filled" | "rendered") => Promise<RenderedMail>;
}

export function defineTemplate<D, W extends Letter>(parts: TemplateParts<D, W>): Template<D> {
  return {
    label: parts.label,
    previewData: parts.previewData,
    variants: parts.variants ?? {},
    render: async (data, how) => {
      const words = parts.words(data);
      const html =
        how === "filled" ? await filledHtml(parts.Page, words) : await renderedHtml(parts.Page, words);
      return { subject: words.subject, html, text: parts.text(words) };
    },
  };
}
