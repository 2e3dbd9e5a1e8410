import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeBenchFile } from "./bench-file";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bench-file-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Figures of different days are compared: they must be of the same file.
test("the same bytes every time, with the shape the README tells", async () => {
  const path = join(folder, "people.csv");
  await makeBenchFile(path, 2_000);
  const text = await readFile(path, "utf8");
  expect(createHash("sha256").update(text).digest("hex").slice(0, 16)).toMatchInlineSnapshot(
    `"3220ef5596f599b0"`,
  );
  const rows = text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  expect(rows).toHaveLength(2_000);
  expect(new Set(rows.map(([email]) => email)).size).toBe(2_000);
  expect(rows.filter(([, , , send]) => send === "Yes")).toHaveLength(200);
  expect(rows.some(([, name]) => /[^\x20-\x7e]/.test(name ?? ""))).toBe(true);
});
