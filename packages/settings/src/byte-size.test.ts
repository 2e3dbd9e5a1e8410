import { expect, it } from "vitest";

import { parseByteSize } from "./byte-size";

it.each([
  ["1", 1],
  ["1073741824", 1_073_741_824],
  ["1 GiB", 1_073_741_824],
  ["1GiB", 1_073_741_824],
  ["1gib", 1_073_741_824],
  ["500 MB", 500_000_000],
  ["1.5 MiB", 1_572_864],
  ["10 kB", 10_000],
  ["10 B", 10],
  ["2 TiB", 2_199_023_255_552],
  // not a size, less than a byte, or more than a number can count
  ["", null],
  ["0", null],
  ["0.1 B", null],
  ["-1", null],
  ["1e3", null],
  ["1,5 GiB", null],
  ["1 GiBs", null],
  ["GiB", null],
  ["constructor", null],
  ["1 constructor", null],
  ["99999999 TiB", null],
])("%s is %s bytes", (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes);
});
