/**
 * The file that is measured: as many people as asked for, 200 departments, up to three of 500 groups each, every tenth with
 * a welcome mail. Written once, in pieces, and always the same bytes for the same number of rows.
 */
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { makeName } from "./person";
import { makeRandom, type Random } from "./random";

const header = "Email,Full Name,Department,Send email,Group,Group,Group\n";
const departments = 200;
const groups = 500;

/** Writes it to `path` unless it is there already. Files of other domains hold other people. */
export async function makeBenchFile(
  path: string,
  rows: number,
  domain = "haldenmoor.example",
): Promise<void> {
  if (existsSync(path)) return;
  const half = `${path}.half`;
  const file = createWriteStream(half);
  const random = makeRandom(rows);
  let text = header;
  for (let row = 1; row <= rows; row += 1) {
    text += line(random, row, domain);
    if (text.length < 65_536 && row < rows) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end();
  await finished(file);
  await rename(half, path);
}

/** The row's number stands in the address, so that no two are alike. */
function line(random: Random, row: number, domain: string): string {
  const name = makeName(random);
  const address = `${name.given}.${name.family}.${row.toString(36)}@${domain}`;
  const numbers = [1, 2, 3].map(() => random.int(groups) + 1);
  const names = [...new Set(numbers)].slice(0, random.int(4)).map((number) => `Group ${number}`);
  const cells = [
    address,
    name.full,
    `Department ${random.int(departments) + 1}`,
    row % 10 === 0 ? "Yes" : "No",
    ...[0, 1, 2].map((place) => names[place] ?? ""),
  ];
  return `${cells.join(",")}\n`;
}
