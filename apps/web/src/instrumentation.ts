/**
 * What happens once when the server starts: the settings are checked (one line a mistake, exit 3) and the address a
 * request really came from is noted before anything else sees the request.
 */
export async function register(): Promise<void> {
  // Next.js replaces this expression when it builds, so that the edge bundle holds nothing of Node. It is not a setting.
  // eslint-disable-next-line no-restricted-syntax
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { environment } = await import("./env");
  try {
    environment();
  } catch (error) {
    process.stderr.write(
      `Rollcall cannot start:\n${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(3);
  }
  const { noteClientAddresses } = await import("./server/client-address");
  noteClientAddresses();
}
