// This package runs in the browser too: nothing in it may ask for Node, the clock, the network or the environment.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("testing"),
);

describe("the importer", () => {
  it.each(files)("%s asks for nothing but the language and the URL and encoding standards", (name) => {
    const code = readFileSync(join(root, name), "utf8").replace(/\/\/.*$|\/\*[^]*?\*\//gmu, "");
    expect(code).not.toMatch(
      /\bfrom "(?!\.)|\bimport\(|\b(?:Buffer|process|require|fetch|Date|performance|setTimeout|globalThis|window)\b[.(]|\bnew Date\b/u,
    );
  });
});
