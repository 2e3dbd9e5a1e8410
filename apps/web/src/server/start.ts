/**
 * What happens once before the first request: the settings are checked (one line a mistake, exit 3) and the address that a
 * request really comes from is noted before anything else sees it.
 */
import { environment } from "../env";
import { noteClientAddresses } from "./client-address";

export function start(): void {
  try {
    environment();
  } catch (error) {
    process.stderr.write(
      `Rollcall cannot start:\n${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(3);
  }
  noteClientAddresses();
}
