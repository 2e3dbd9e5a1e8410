// Stands for a table of lines that is elsewhere: writes down what was asked, by its hash, and answers as it was told to.
import type { SeenTexts } from "../model/seen-texts";
import { TextHash, type Salt } from "./text-hash";

const width = 3;

/**
 * What a part of a file asked, in order: three numbers a text (low half of the hash, high half, line). Whoever has the table
 * finds the answers; the part is then checked again with them, where there are any.
 */
export class HashList implements SeenTexts {
  private hashes = new Uint32Array(width << 10);
  private count = 0;
  /** With which the texts that are asked for are hashed. */
  readonly hash: TextHash;
  private answers: ReadonlyMap<number, number>;

  /** `answers`: the first line, by the number of the question. */
  constructor(salt: Salt, answers: ReadonlyMap<number, number> = new Map()) {
    this.hash = new TextHash(salt);
    this.answers = answers;
  }

  seen(text: string, line: number): number {
    this.hash.take(text);
    return this.ask(line);
  }

  /** What the next question is answered with. */
  get nextAnswer(): number {
    return this.answers.get(this.count) ?? 0;
  }

  /** `seen` for the text that `hash` took last. */
  ask(line: number): number {
    const at = this.count * width;
    if (at === this.hashes.length) {
      const more = new Uint32Array(at * 2);
      more.set(this.hashes);
      this.hashes = more;
    }
    this.hashes[at] = this.hash.low;
    this.hashes[at + 1] = this.hash.high;
    this.hashes[at + 2] = line;
    return this.answers.get(this.count++) ?? 0;
  }

  /** What was asked since the last time; and what the next questions are answered with. */
  take(answers: ReadonlyMap<number, number> = new Map()): Uint32Array<ArrayBuffer> {
    const asked = this.hashes.slice(0, this.count * width);
    this.count = 0;
    this.answers = answers;
    return asked;
  }
}
