/** What journeys look at in a review, said once. */
import type { Locator, Page } from "playwright-core";

/** Waits until so many rows need attention, as the tile says it. */
export async function attention(page: Page, count: number): Promise<void> {
  const said = count.toLocaleString("en-GB");
  await page.getByRole("button", { name: new RegExp(`Needs attention\\s*${said}\\b`) }).waitFor();
}

/** The steps of correction, the last first. */
export function stepsOf(page: Page): Locator {
  return page.getByRole("list", { name: "Steps, the last first" }).getByRole("listitem");
}

/** Whether the sheet has the focus, which names its active cell. */
export async function rowsHaveFocus(page: Page): Promise<boolean> {
  return page.getByRole("grid").evaluate((grid) => grid === document.activeElement);
}
