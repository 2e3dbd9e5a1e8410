import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { forPeople, openOutlet } from "./child-output";

describe("what a person at the terminal sees of a child", () => {
  test.each([
    ['{"level":"info","message":"import planned"}', null, "news for machines only"],
    [
      '{"level":"warn","message":"listening broke"}',
      "worker: listening broke",
      "a warning, without its JSON",
    ],
    ['{"level":"error","message":"could not work"}', "worker: could not work", "an error"],
    ["Error: nobody caught this", "worker: Error: nobody caught this", "words that are no log entry"],
    ['{"half', 'worker: {"half', "a broken entry is shown rather than lost"],
    ["", null, "blank lines"],
  ] as const)("%s", (line, shown, _why) => {
    expect(forPeople("worker", line)).toBe(shown);
  });
});

test("what a child says on stdout is in the log file only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-output-"));
  const shown: string[] = [];
  const outlet = openOutlet("web", folder, false, (line) => shown.push(line));
  const stream = new PassThrough();
  outlet.follow(stream, "stdout");
  stream.end(" ✓ Ready in 300ms\n");
  await finished(stream);
  await outlet.close();
  expect(shown).toEqual([]);
  expect(readFileSync(join(folder, "web.log"), "utf8")).toBe(" ✓ Ready in 300ms\n");
  rmSync(folder, { recursive: true });
});

test("everything goes to the log file, and to stderr as it is when no person reads there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rollcall-output-"));
  const shown: string[] = [];
  const outlet = openOutlet("web", folder, false, (line) => shown.push(line));
  const stream = new PassThrough();
  outlet.follow(stream, "stderr");
  stream.end('{"level":"info","message":"one"}\ntwo\n');
  await finished(stream);
  await outlet.close();
  expect(shown).toEqual(['{"level":"info","message":"one"}', "two"]);
  expect(readFileSync(join(folder, "web.log"), "utf8")).toBe(`${shown.join("\n")}\n`);
  expect(outlet.lastWords()).toEqual(shown);
  rmSync(folder, { recursive: true });
});
