/** What journeys do with people in the console, said once. */
import type { Page } from "playwright-core";

/** Adds one person without a welcome mail and opens their page. */
export async function addPerson(
  page: Page,
  person: { name: string; email: string; from?: string | undefined },
): Promise<void> {
  await page.goto(`${person.from ?? "/users"}?add=1`);
  const drawer = page.getByRole("dialog", { name: "Add user" });
  await drawer.getByLabel("Full name").fill(person.name);
  await drawer.getByLabel("Address").fill(person.email);
  await drawer.getByLabel("Send a welcome mail").uncheck();
  await drawer.getByRole("button", { name: "Add user" }).last().click();
  await page.getByText(`${person.name} is added.`).waitFor();
}

export async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/users?search=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/\/users\/\d+/);
  await page.getByRole("heading", { name, exact: true }).waitFor();
}
