/** Debian's Chromium, driven by Playwright. Pages collect what goes wrong in them: a journey with an error in the console fails. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { chromiumPath, picturesFolder } from "../env";

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** errors of the page's scripts and console since it was opened */
  troubles: string[];
}

/** A person with a browser of their own: no cookies, English, light. */
export async function visitor(
  browser: Browser,
  options: { baseURL: string; viewport?: { width: number; height: number }; colorScheme?: "light" | "dark" },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    viewport: options.viewport ?? desktop,
    colorScheme: options.colorScheme ?? "light",
    locale: "en-GB",
    timezoneId: "Europe/Oslo",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    // A refused call is an answer, and the browser logs every answer that is not 2xx.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      troubles.push(message.text());
  });
  return { page, context, troubles };
}

/** Keeps a picture when E2E_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = picturesFolder();
  if (folder === null) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
