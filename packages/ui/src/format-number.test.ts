import { describe, expect, it } from "vitest";

import { formatCompact, formatNumber, formatShare } from "./format-number";

describe("figures", () => {
  it.each([
    ["grouped", formatNumber(12_361, "en-GB"), "12,361"],
    ["grouped as the reader does", formatNumber(12_361, "pl-PL"), "12\u00a0361"],
    ["rounded to whole figures", formatNumber(1.6, "en-GB"), "2"],
    ["short, with a small k", formatCompact(16_000, "en-GB"), "16k"],
    ["short, in millions, as the reader writes it", formatCompact(1_250_000, "en-US"), "1.3M"],
    ["a share", formatShare(0.735, "en-GB"), "73.5%"],
  ])("%s", (_why, said, expected) => {
    expect(said).toBe(expected);
  });
});
