/** Mail as it lies in the outbox folder of the app, for journeys that go on behind a mailed link. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

export interface MailedLink {
  dataDir: string;
  /** the address it went to */
  to: string;
  /** the page it leads to, like "enrol" */
  page: string;
  /** links that are known already: a newer one is waited for */
  not?: readonly string[] | undefined;
}

/** The link in a mail, as soon as the worker has delivered it. */
export async function mailedLink({ dataDir, to, page, not = [] }: MailedLink): Promise<string> {
  const found: string[] = [];
  const pattern = new RegExp(`http://\\S*/${page}#[\\w-]{43}`);
  const look = (): number => {
    const folder = join(dataDir, "outbox");
    const mails = existsSync(folder)
      ? readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))
      : [];
    const links = mails
      .filter((text) => text.includes(to))
      .flatMap((text) => pattern.exec(text.replaceAll(/=\r?\n/g, ""))?.[0] ?? [])
      .filter((link) => !not.includes(link));
    return links[0] === undefined ? 0 : found.push(links[0]);
  };
  await expect.poll(look, { timeout: 30_000 }).toBeGreaterThan(0);
  return found[0] ?? "";
}
