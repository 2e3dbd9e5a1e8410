/** Next.js calls this once when the server starts; see server/start. */
export async function register(): Promise<void> {
  // Next.js replaces this expression when it builds, so that the edge bundle holds nothing of Node. It is not a setting.
  // eslint-disable-next-line no-restricted-syntax
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { start } = await import("./server/start");
    start();
  }
}
