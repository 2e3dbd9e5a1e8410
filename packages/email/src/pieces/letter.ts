/**
 * The words that every mail has, whatever it is about. Templates fill one in, the layout prints it as HTML and `letterText`
 * as plain text, so both say the same. All strings are ready to print (see render/words.ts) and none is markup.
 */
import type { EveryMail } from "../mail";
import { lineWords, nameWords } from "../render/words";

/** A stretch of a footer sentence; strong ones stand out. */
export interface Run {
  words: string;
  strong: boolean;
}

/** A labelled value: "You sign in as", "maren@example.com". */
export interface Fact {
  label: string;
  value: string;
}

export interface Letter {
  subject: string;
  /** what a mailbox list shows beside the subject */
  preview: string;
  title: string;
  lead: string;
  /** the one button; `note` says how long its link lives */
  action: { label: string; url: string; note: string | null };
  /** who did it, why you get it, and what to do if it was a mistake */
  reason: readonly Run[];
  closing: string;
}

/** The footer's sentences: why this came, then what to do if it should not have, naming the support address when there is one. */
export function reasonRuns(data: EveryMail, why: string, otherwise: string): readonly Run[] {
  const support = data.supportAddress ?? null;
  if (support === null) return [{ words: `${why} Not you? ${capitalised(otherwise)}`, strong: false }];
  return [
    { words: `${why} Not you? Tell `, strong: false },
    { words: lineWords(support), strong: true },
    { words: ` and ${otherwise}`, strong: false },
  ];
}

/** The last line of every mail. */
export function closingWords(data: EveryMail): string {
  return `${nameWords(data.organisation)}. Rollcall never asks for your password by mail.`;
}

/** "Welcome to Halden Moor" + "Maren" = "Welcome to Halden Moor, Maren"; without a name just the first part. */
export function addressed(words: string, personName: string): string {
  const name = nameWords(personName);
  return name === "" ? words : `${words}, ${name}`;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
