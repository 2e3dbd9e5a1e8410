// Tells of most rows of a large file, by their bytes, that there is nothing to tell, or the same as of other rows with that
// value: no text, record or anything else is made of them. It knows no rule; what is good it learns by asking the rules, and whatever it does not know is for them.
import { endOfLocalBytes } from "../address/plain-address-key";
import { createRowChecker, type RowChecker } from "../check-row";
import type { TextHash } from "../checks/text-hash";
import { unescapeCell } from "../intake/formula-quote";
import type { FileContext } from "../model/check";
import type { Format } from "../model/format";
import { lengths } from "../model/limits";
import type { Problem } from "../model/problem";
import type { AccountRecord } from "../model/record";
import type { CheckedRow } from "../model/row";
import type { ByteRow } from "./byte-row";
import { ByteValues } from "./byte-values";
import { hasPlainEnds, isPlainText } from "./plain-text";
import { Address, Known, mustBeEmpty, Name, namesThings, quickColumns, Unused } from "./quick-columns";

/** Different values of a column that are remembered; rows with others are for the rules. */
const valuesAtMost = 1 << 14;
/** A name of no more bytes breaks no limit of a length. */
const nameAtMost = 64;
/** A value of more bytes is for the rules. */
const valueAtMost = 256;
/** Where none of so many good rows is fit to compare with (each has a password, say), there will be none. */
const triesAtMost = 1000;
const quote = 39;
const none: readonly Problem[] = [];

/** The names that a row gives, as its record has them. */
export type RowNames = Pick<AccountRecord, "department" | "groups" | "attributes">;

/** What is known of a value: what is to be told of it, null when that is for the rules; and the names that it gives. */
interface Verdict {
  problems: readonly Problem[] | null;
  names: RowNames | null;
  /** The part of the file in which its names were last told. */
  toldIn: number;
}

/** The checks of one file at a glance. It begins to answer once it has learned from a row without problems. */
export class QuickCheck {
  private readonly file: FileContext;
  private readonly kinds: readonly number[];
  private readonly email: number;
  private readonly wide: boolean;
  private readonly check: RowChecker;
  private readonly values: ByteValues<Verdict>[];
  private readonly domains = new ByteValues<Verdict>(valuesAtMost);
  /** The row that is known to be good, with no department, groups and attributes; empty before there is one. */
  private good: string[] = [];
  private goodBytes: Uint8Array[] = [];
  /** Rows that may still be tried. */
  private tries = triesAtMost;
  /** The verdicts with names of the row that passed last. */
  private readonly named: Verdict[] = [];
  private namedCount = 0;
  private told: readonly Problem[] = none;

  /** `wide`: the file is UTF-8; else only ASCII is judged. */
  constructor(
    format: Format,
    file: FileContext,
    { kinds, wide }: { kinds: readonly number[]; wide: boolean },
  ) {
    this.file = file;
    this.kinds = kinds;
    this.email = kinds.indexOf(Address);
    this.wide = wide;
    this.check = createRowChecker(format, file);
    this.values = kinds.map(() => new ByteValues<Verdict>(valuesAtMost));
  }

  /** Whether it waits for a row to learn from. */
  get learning(): boolean {
    return this.tries > 0;
  }

  /** Takes a row as the one that others are compared with, if there is none yet and it is fit for that. */
  learn(row: CheckedRow): void {
    if (this.tries === 0 || row.problems.length > 0 || row.key === null) return;
    this.tries--;
    const cells = this.kinds.map((_, index) => row.cells[index] ?? "");
    for (const { index, field } of this.file.columns) {
      if (field === null) continue;
      const cell = cells[index] ?? "";
      // What begins with a quote may be written in two ways.
      if ((mustBeEmpty.has(field) && cell !== "") || cell.charCodeAt(0) === quote) return;
      if (namesThings.has(field)) cells[index] = "";
    }
    const goodBytes = cells.map((cell) => new TextEncoder().encode(cell));
    if (!this.wide && goodBytes.some((bytes) => bytes.some((byte) => byte > 0x7f))) return;
    if (!this.isGood(this.check({ line: 1, cells }))) return;
    this.tries = 0;
    this.good = cells;
    this.goodBytes = goodBytes;
  }

  /** Whether it is known what is to be told of the row: `problems`. Nothing, but for one cell at most. */
  passes(bytes: Uint8Array, row: ByteRow): boolean {
    const { kinds, good } = this;
    if (good.length === 0 || row.count > kinds.length) return false;
    this.namedCount = 0;
    this.told = none;
    for (let index = 0; index < kinds.length; index++) {
      const there = index < row.count;
      const from = there ? (row.starts[index] ?? 0) : 0;
      const to = there ? (row.ends[index] ?? 0) : 0;
      if (!this.cellPasses(bytes, index, from, to)) return false;
    }
    return true;
  }

  /** What is to be told of the row that passed last, which is on this line. */
  problems(line: number): readonly Problem[] {
    return this.told.length === 0 ? none : this.told.map((problem) => ({ ...problem, line }));
  }

  /** Takes the hash of the address of the row that passed last: its text is its key. */
  hashAddress(bytes: Uint8Array, row: ByteRow, hash: TextHash): void {
    hash.takeBytes(bytes, row.starts[this.email] ?? 0, row.ends[this.email] ?? 0);
  }

  /** Tells the names of the row that passed last, each once in a part of the file, or more often. */
  tellNames(part: number, tell: (names: RowNames) => void): void {
    for (let i = 0; i < this.namedCount; i++) {
      const verdict = this.named[i];
      if (verdict === undefined || verdict.names === null || verdict.toldIn === part) continue;
      verdict.toldIn = part;
      tell(verdict.names);
    }
  }

  private cellPasses(bytes: Uint8Array, index: number, from: number, to: number): boolean {
    switch (this.kinds[index]) {
      case Address:
        return this.addressPasses(bytes, index, from, to);
      case Name:
        return (
          to > from &&
          to - from <= nameAtMost &&
          hasPlainEnds(bytes, from, to) &&
          isPlainText(bytes, from, to, this.wide)
        );
      case Known:
        return this.valuePasses(bytes, index, from, to);
      case Unused:
        return to - from <= valueAtMost && isPlainText(bytes, from, to, this.wide);
      default:
        return isSame(this.goodBytes[index], bytes, from, to);
    }
  }

  private addressPasses(bytes: Uint8Array, index: number, from: number, to: number): boolean {
    const at = endOfLocalBytes(bytes, from, to);
    if (at < 0 || to - from > lengths.address || bytes[from] === quote) return false;
    const known = this.domains.find(bytes, at + 1, to);
    if (known !== undefined) return known.problems !== null;
    const text = this.textOf(bytes, at + 1, to);
    if (text === null) return false;
    const address = `a@${text}`;
    const checked = this.checkWith(index, address);
    const good = this.isGood(checked) && checked.key === address;
    this.domains.add(bytes, at + 1, to, { problems: good ? none : null, names: null, toldIn: -1 });
    return good;
  }

  private valuePasses(bytes: Uint8Array, index: number, from: number, to: number): boolean {
    if (to - from > valueAtMost) return false;
    const values = this.values[index];
    const known = values?.find(bytes, from, to) ?? this.learnValue(bytes, index, from, to);
    if (known === null || known.problems === null) return false;
    if (known.names !== null) this.named[this.namedCount++] = known;
    if (known.problems.length === 0) return true;
    // Of several cells the order in which they are told is for the rules.
    const first = this.told.length === 0;
    this.told = known.problems;
    return first;
  }

  private learnValue(bytes: Uint8Array, index: number, from: number, to: number): Verdict | null {
    const values = this.values[index];
    const text = this.textOf(bytes, from, to);
    if (text === null || values === undefined || values.full) return null;
    const checked = this.checkWith(index, unescapeCell(text));
    const { department, groups, attributes } = checked.record;
    const nameless = department === null && groups === null && attributes === null;
    const names = nameless ? null : { department, groups, attributes };
    const known = { problems: this.isWhole(checked) ? checked.problems : null, names, toldIn: -1 };
    values.add(bytes, from, to, known);
    return known;
  }

  private checkWith(index: number, cell: string): CheckedRow {
    const cells = this.good.slice();
    cells[index] = cell;
    return this.check({ line: 1, cells });
  }

  private isGood(row: CheckedRow): boolean {
    return row.problems.length === 0 && this.isWhole(row);
  }

  private isWhole({ key, clears, blanks }: CheckedRow): boolean {
    return key !== null && clears === undefined && blanks === undefined;
  }

  // Null when the bytes are none of the encoding, or of one that is not read here.
  private textOf(bytes: Uint8Array, from: number, to: number): string | null {
    const own = bytes.subarray(from, to);
    if (!this.wide && own.some((byte) => byte > 0x7f)) return null;
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(own);
    } catch {
      return null;
    }
  }
}

/** Prepares it; null when the rows of the file cannot be judged so: another rule looks at every row, or columns stand oddly. */
export function createQuickCheck(
  format: Format,
  file: FileContext,
  { wide, maxCell }: { wide: boolean; maxCell: number },
): QuickCheck | null {
  const { mapping, blank } = file.options;
  const kinds = quickColumns(file.columns, file.width);
  const first = file.columns.reduce((least, { index }) => Math.min(least, index), file.width);
  const said = { ...mapping?.values, ...mapping?.defaults };
  const blanks = [blank?.all, ...Object.values(blank?.fields ?? {})];
  if (kinds === null || first > 0 || maxCell < valueAtMost || Object.keys(said).length > 0) return null;
  if (blanks.some((rule) => rule !== undefined && rule !== "keep")) return null;
  return new QuickCheck(format, file, { kinds, wide });
}

function isSame(own: Uint8Array | undefined, bytes: Uint8Array, from: number, to: number): boolean {
  if (own?.length !== to - from) return false;
  for (let i = 0; from + i < to; i++) if (own[i] !== bytes[from + i]) return false;
  return true;
}
