// Strings of Excel 97 and later: one byte or two a character, with runs of rich text that are left out, and cut anywhere by
// CONTINUE records, where the kind of character is told anew (MS-XLS 2.5.293 and 2.4.265).
import { corrupt } from "../fault";

const short = "a text of it is cut off";

/** Reads strings from a record and its continuations. */
export class SegmentedText {
  private segment = 0;
  private at = 0;
  private readonly segments: readonly Buffer[];

  constructor(segments: readonly Buffer[], at = 0) {
    this.segments = segments;
    this.at = at;
  }

  /** A string whose length is written in two bytes before it. */
  string(): string {
    const plain = this.plainString();
    if (plain !== null) return plain;
    const length = this.small(2);
    const flags = this.small(1);
    const runs = (flags & 8) !== 0 ? this.small(2) : 0;
    const extension = (flags & 4) !== 0 ? this.small(4) : 0;
    const text = this.characters(length, (flags & 1) !== 0);
    this.skip(runs * 4 + extension);
    return text;
  }

  // Nearly all: within one record, and without rich text. Null for the others.
  private plainString(): string | null {
    const bytes = this.current();
    const { at } = this;
    const flags = bytes[at + 2];
    if (flags === undefined || flags > 1) return null;
    const length = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const end = at + 3 + (length << flags);
    if (end > bytes.length) return null;
    this.at = end;
    return flags === 1 ? bytes.toString("utf16le", at + 3, end) : bytes.toString("latin1", at + 3, end);
  }

  private characters(length: number, wide: boolean): string {
    let text = "";
    for (let left = length; left > 0;) {
      const bytes = this.current();
      const room = bytes.length - this.at;
      if (room === 0) {
        this.nextSegment();
        wide = (this.small(1) & 1) !== 0;
        continue;
      }
      const count = Math.min(left, wide ? room >> 1 : room);
      if (count === 0) throw corrupt(short);
      const end = this.at + (wide ? count * 2 : count);
      text += wide ? bytes.toString("utf16le", this.at, end) : bytes.toString("latin1", this.at, end);
      this.at = end;
      left -= count;
    }
    return text;
  }

  private small(size: 1 | 2 | 4): number {
    if (this.current().length === this.at) this.nextSegment();
    const bytes = this.current();
    if (this.at + size > bytes.length) throw corrupt(short);
    const value = bytes.readUIntLE(this.at, size);
    this.at += size;
    return value;
  }

  private skip(count: number): void {
    for (let left = count; left > 0;) {
      const room = this.current().length - this.at;
      if (left <= room) {
        this.at += left;
        return;
      }
      left -= room;
      this.nextSegment();
    }
  }

  private current(): Buffer {
    return this.segments[this.segment] ?? Buffer.alloc(0);
  }

  private nextSegment(): void {
    this.segment++;
    this.at = 0;
    if (this.segment >= this.segments.length) throw corrupt(short);
  }
}

/** A string whose length is written in one byte, within one record. */
export function shortText(bytes: Buffer, at: number): string {
  const length = bytes[at];
  const flags = bytes[at + 1];
  if (length === undefined || flags === undefined) throw corrupt(short);
  const wide = (flags & 1) !== 0;
  const end = at + 2 + (wide ? length * 2 : length);
  if (end > bytes.length) throw corrupt(short);
  return wide ? bytes.toString("utf16le", at + 2, end) : bytes.toString("latin1", at + 2, end);
}

/** Text with the line ends everybody else has. */
export function lines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
}
