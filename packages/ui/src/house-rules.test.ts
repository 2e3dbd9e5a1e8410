// What keeps this package what it is: colours come from tokens, and it knows nothing of the domain.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.(tsx?|css)$/.test(file) && !file.includes(".test."),
);
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = files.filter((file) => !file.endsWith(".css"));

describe("colours", () => {
  it.each(files.filter((file) => file !== "tokens.css"))("%s has no raw colour", (file) => {
    const text = read(file);
    expect(text.match(/#[0-9a-f]{3,8}\b(?![^\n]*url)/gi) ?? []).toEqual([]);
    expect(text.match(/\b(?:oklch|rgba?|hsla?)\(/g) ?? []).toEqual([]);
  });
  it("every colour class is a token", () => {
    const tokens = new Set(
      [...read("tokens.css").matchAll(/--color-([a-z0-9-]+):/g)].map((match) => match[1]),
    );
    const used = sources.flatMap((file) =>
      [
        ...read(file).matchAll(
          /(?:^|[\s"'`:!])(?:bg|border|ring|outline|fill|stroke|divide)-([a-z]+(?:-[a-z0-9]+)*)/g,
        ),
      ].map((m) => m[1]!),
    );
    const names =
      /^(canvas|background|surface|overlay|subtle|muted|foreground|border|accent|ring|success|info|warning|danger|chart|neutral|backdrop|sheen|gray|zinc|slate|stone|white|black|red|blue|green|amber)/;
    expect([...new Set(used)].filter((name) => names.test(name) && !tokens.has(name))).toEqual([]);
  });
});

describe("the domain", () => {
  const words = /\b(accounts?|imports?|users?|invitations?|devices?|departments?|mailbox(?:es)?)\b/i;
  it.each(sources)("%s names nothing of it in its code", (file) => {
    const code = read(file)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "")
      .replace(/^\s*(?:import|export)\b[^;]*;/gm, "")
      .replace(/import\(/g, "");
    expect(words.exec(code)?.[0] ?? null).toBeNull();
  });
});

describe("files", () => {
  it.each(sources)("%s is short and says what it is for", (file) => {
    const text = read(file);
    expect(text.split("\n").length).toBeLessThanOrEqual(251);
    expect(text.replace('"use client";\n', "").startsWith("//")).toBe(true);
  });
});
