// A file of so many simple rows for the benches, and the line that a bench prints.

/** Seven columns, 67 bytes a row on average. */
export function simpleFile(rows: number): Uint8Array {
  const lines = ["Email,Full Name,Password,Department,Send email,Group,Group"];
  for (let i = 0; i < rows; i++)
    lines.push(
      `person${String(i)}@example.com,Person Number ${String(i)},,Department ${String(i % 50)},Yes,Group ${String(i % 200)},`,
    );
  return new TextEncoder().encode(lines.join("\n") + "\n");
}

/** As a file stream gives it: 64 KiB a piece. */
export function chunksOf(bytes: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 65_536) chunks.push(bytes.slice(at, at + 65_536));
  return chunks;
}

/** Runs and prints rows, seconds, rows a second and the resident memory at the end. */
export async function report(name: string, run: () => Promise<number>): Promise<void> {
  const start = performance.now();
  const rows = await run();
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(rows / seconds).toLocaleString("en");
  const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
  process.stdout.write(
    `${name}: ${rows.toLocaleString("en")} rows, ${seconds.toFixed(2)} s, ${rate} rows/s, RSS ${String(memory)} MB\n`,
  );
}
