/** Reads the first line of a stream, for a secret that must not stand in the command. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { UsageError } from "../exit";

/** Without its line break. Throws a UsageError when there is none. */
export async function readLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new UsageError("Nothing came on stdin.");
}
