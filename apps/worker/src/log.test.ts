import { expect, test } from "vitest";
import { makeLog } from "./log";

test("one JSON object a line, ids as text, and a defect with its stack", () => {
  const lines: string[] = [];
  const log = makeLog((line) => lines.push(line));
  log.info("import planned", { importId: 12n, words: "two\nlines" });
  log.defect("import failed", new Error("broken"), { importId: "12" });
  const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.join()).not.toContain("\n");
  expect(first).toMatchObject({
    level: "info",
    message: "import planned",
    importId: "12",
    words: "two\nlines",
  });
  expect(second).toMatchObject({ level: "error", message: "import failed", error: "broken", importId: "12" });
  expect(second?.["stack"]).toContain("log.test.ts");
});
