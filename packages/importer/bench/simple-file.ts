// A file of so many simple rows for the benches, and the line that a bench prints.
import { createWriteStream } from "node:fs";
import { once } from "node:events";

const header = "Email,Full Name,Password,Department,Send email,Group,Group\n";

/** Writes the file, 82 bytes a row on average; with `passwords` every fourth row has one of its own. */
export async function writeSimpleFile(path: string, rows: number, passwords: boolean): Promise<void> {
  const file = createWriteStream(path);
  file.write(header);
  for (let from = 0; from < rows; from += 1000) {
    let text = "";
    for (let i = from; i < Math.min(rows, from + 1000); i++) text += lineOf(i, passwords);
    if (!file.write(text)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

function lineOf(i: number, passwords: boolean): string {
  const password = passwords && i % 4 === 0 ? `Tidal-Copper-${String(i)}` : "";
  const n = String(i);
  return `person${n}@example.com,Person Number ${n},${password},Department ${String(i % 50)},Yes,Group ${String(i % 200)},\n`;
}

/** Runs and prints rows, seconds by the clock and of processor, rows a second and the largest resident memory seen. */
export async function report(name: string, run: (look: () => void) => Promise<number>): Promise<void> {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  look();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const rows = await run(look);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  look();
  const rate = Math.round(rows / seconds).toLocaleString("en");
  process.stdout.write(
    `${name}: ${rows.toLocaleString("en")} rows, ${seconds.toFixed(2)} s (processor ${((user + system) / 1e6).toFixed(2)} s), ${rate} rows/s, RSS at most ${String(Math.round(most / 1024 / 1024))} MB\n`,
  );
}
