// The bundled program is the one in src/child, and asks for nothing but what reading takes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { childCode } from "./generated/child-code";

test("it is up to date (else: pnpm --filter @rollcall/workbook bundle)", async () => {
  const script = "../scripts/bundle-child.mjs";
  const { bundleChild } = (await import(script)) as { bundleChild: () => Promise<string> };
  expect(readFileSync(join(import.meta.dirname, "generated/child-code.ts"), "utf8")).toBe(
    await bundleChild(),
  );
});

test("it needs no module that reaches a disk, a network or another process", () => {
  const needed = [...childCode.matchAll(/require\("([^"]+)"\)/gu)].map(([, name]) => name);
  expect([...new Set(needed)].sort()).toEqual(["node:buffer", "node:util", "node:zlib"]);
});
