// A copy that says the same; that it keeps nothing else alive shows only in memory.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { detached } from "./detached";

it.each(["", "a", "Sales", "x".repeat(1000), "Zoë", "\u{1F600}", "\ud800", " a "])(
  "is the same text: %j",
  (text) => {
    expect(detached(text)).toBe(text);
  },
);

it("lets go of what the text was cut from", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const kept: string[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 50; n++)
    kept.push(
      detached(
        String(n % 10)
          .repeat(1 << 20)
          .slice(100, 200),
      ),
    );
  collect();
  // 50 MiB if every piece were kept.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10 << 20);
  expect(kept).toHaveLength(50);
});
