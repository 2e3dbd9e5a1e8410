/** Asks axe-core what keeps people with assistive technology from using a page, in both themes. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/** One line a violation; empty when there are none. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  // After a change of page its title is streamed behind what is seen of it.
  await page.waitForFunction(() => document.title !== "");
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    // Colours on their way from one theme to the other are neither; what inherits one may start when its parent is there.
    await page.evaluate(async () => {
      const passing = () =>
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
      for (let times = 0; times < 20 && passing().length > 0; times += 1) {
        await Promise.allSettled(passing().map((animation) => animation.finished));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    // Evaluated by the debugger, so the page's Content-Security-Policy stays as it is.
    await page.evaluate(source);
    const result = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<unknown> } };
      return axe.run({}); // every rule that is not experimental
    });
    for (const violation of (result as AxeResult).violations) {
      const where = violation.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ");
      found.push(
        `${scheme} ${new URL(page.url()).pathname}: ${violation.id} (${violation.help}) at ${where}`,
      );
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return found;
}
