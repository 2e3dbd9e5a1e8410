/**
 * Which buckets of a review's search index a text falls into: every run of one to four letters, hashed, and addresses whole.
 * Bits only ever say "perhaps here"; whoever asks looks into the rows themselves. It knows no database.
 */

import { searchForm } from "./review-search";

/** Rows of a block: row_no >> blockBits. */
export const blockBits = 6;
/** Blocks of a segment, 131,072 rows: block >> segmentBits. */
export const segmentBits = 11;
export const bucketCount = 65_536;

/** Of one segment: a row of bits a bucket, one bit a block. */
export interface SegmentBits {
  /** bytes a bucket takes */
  width: number;
  bits: Uint8Array;
}

/** The bytes of the largest segment: 16 MiB. */
export const segmentBytes = (1 << (segmentBits - 3)) * bucketCount;

/** `room`: `segmentBytes`, which is written over; whoever makes one segment after the other makes them in the same. */
export function emptySegment(blocks: number, room: Uint8Array): SegmentBits {
  const width = Math.max(1, Math.ceil(blocks / 8));
  return { width, bits: room.subarray(0, width * bucketCount).fill(0) };
}

/** A search asks for this many buckets at most: a long one is told apart by a part of its letters. */
const mostBuckets = 18;

/**
 * Small letters by code unit, so that a text and what ILIKE finds in it always fall into the same buckets. Halves of letters
 * beyond the first plane are all one.
 */
let folded: Uint16Array | null = null;

function foldTable(): Uint16Array {
  if (folded !== null) return folded;
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit += 1) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    table[unit] = surrogate ? 0xd800 : String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  }
  folded = table;
  return table;
}

function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85eb_ca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// A number for each run of letters; the constants keep runs of different lengths apart.
const one = (a: number): number => mix(a + 0x1000_0000);
const two = (a: number, b: number): number => mix(Math.imul(a, 65_599) + b + 0x2000_0000);
const three = (a: number, b: number, c: number): number =>
  mix(Math.imul(Math.imul(a, 65_599) + b, 65_599) + c + 0x3000_0000);
const four = (a: number, b: number, c: number, d: number): number =>
  mix(Math.imul(Math.imul(Math.imul(a, 65_599) + b, 65_599) + c, 65_599) + d + 0x4000_0000);

const low = (hash: number): number => hash & 0xffff;
const high = (hash: number): number => hash >>> 16;
const third = (hash: number): number => mix(hash + 0x5bd1_e995) & 0xffff;

/** Short runs repeat all the time: a look at what this block had already is cheaper than three bits far apart. */
const shortRuns = new Uint8Array(128 * 128);

/** Marks `block` (within the segment) as one that holds this text, as it is and as a search compares it. */
export function markText(segment: SegmentBits, block: number, text: string): void {
  markLetters(segment, block, text);
  const compared = searchForm(text);
  if (compared !== text) markLetters(segment, block, compared);
}

function markLetters({ width, bits }: SegmentBits, block: number, text: string): void {
  const fold = foldTable();
  const byte = block >> 3;
  const bit = 1 << (block & 7);
  const mark = (bucket: number): void => {
    const at = bucket * width + byte;
    bits[at] = (bits[at] ?? 0) | bit;
  };
  const markThrice = (hash: number): void => {
    mark(low(hash));
    mark(high(hash));
    mark(third(hash));
  };
  const seen = shortRuns.fill(0);
  let [a, b, c] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const d = fold[text.charCodeAt(index)] ?? 0;
    if (d > 127 || seen[d] === 0) {
      if (d <= 127) seen[d] = 1;
      markThrice(one(d));
    }
    if (index > 0) {
      const place = c * 128 + d;
      if (c > 127 || d > 127 || c === 0 || seen[place] === 0) {
        if (c <= 127 && d <= 127 && c > 0) seen[place] = 1;
        markThrice(two(c, d));
      }
    }
    if (index > 1) {
      const hash = three(b, c, d);
      mark(low(hash));
      mark(high(hash));
    }
    if (index > 2) mark(low(four(a, b, c, d)));
    a = b;
    b = c;
    c = d;
  }
}

/** The buckets that are all marked wherever `search` stands in a row; never none. */
export function searchBuckets(search: string): number[] {
  const fold = foldTable();
  const sought = searchForm(search);
  const units = Array.from({ length: sought.length }, (_, index) => fold[sought.charCodeAt(index)] ?? 0);
  const unit = (index: number): number => units[index] ?? 0;
  const thrice = (hash: number): number[] => [low(hash), high(hash), third(hash)];
  if (units.length === 0) return [];
  if (units.length === 1) return thrice(one(unit(0)));
  if (units.length === 2) return thrice(two(unit(0), unit(1)));
  const runs: number[] = [];
  for (let index = 0; index + 2 < units.length; index += 1) {
    if (index + 3 < units.length)
      runs.push(low(four(unit(index), unit(index + 1), unit(index + 2), unit(index + 3))));
    const hash = three(unit(index), unit(index + 1), unit(index + 2));
    runs.push(low(hash), high(hash));
  }
  return spread([...new Set(runs)]);
}

function spread(buckets: readonly number[]): number[] {
  if (buckets.length <= mostBuckets) return [...buckets];
  return Array.from(
    { length: mostBuckets },
    (_, index) => buckets[Math.floor((index * buckets.length) / mostBuckets)] ?? 0,
  );
}

/** An address key as a whole: of a row's primary address, or one of its aliases. */
export function claimBuckets(key: string): [number, number, number] {
  let hash = 0x6000_0000;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x0100_0193);
  const mixed = mix(hash);
  return [low(mixed), high(mixed), third(mixed)];
}

/** Marks `block` as one that claims the address. */
export function markClaim({ width, bits }: SegmentBits, block: number, key: string): void {
  for (const bucket of claimBuckets(key)) {
    const at = bucket * width + (block >> 3);
    bits[at] = (bits[at] ?? 0) | (1 << (block & 7));
  }
}
