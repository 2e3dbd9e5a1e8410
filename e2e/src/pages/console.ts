/** What journeys do in the console, said once. Selectors are what people see: roles and names. */
import type { Page } from "playwright-core";

export async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Work address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Gives the file to the drop zone and goes on to the review. */
export async function dropFile(page: Page, fileName: string, content: string | Buffer): Promise<void> {
  await page.goto("/imports/new");
  const file = { name: fileName, mimeType: "text/csv", buffer: Buffer.from(content) };
  await page.getByLabel("File with people").setInputFiles(file);
}

export async function openReview(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Review/ }).click();
  await page.waitForURL(/\/imports\/\d+/);
}

/** Opens the menu of the row that says this: what other journeys left in the list stands beside it. */
export async function moreOf(page: Page, words: string): Promise<void> {
  const row = page.getByRole("row").filter({ hasText: words });
  await row.getByRole("button", { name: "More", exact: true }).first().click();
}
