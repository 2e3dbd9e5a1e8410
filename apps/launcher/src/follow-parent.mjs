// Preloaded into every child of the launcher (node --import): ends the child when the launcher is gone, however it went.
// Plain JavaScript, since it must run before anything that understands TypeScript is loaded.
import { spawn } from "node:child_process";

/** Longer than a worker needs to put down its work. */
const patience = 12_000;

process.on("disconnect", () => {
  // With the launcher gone, whoever is told to (one child only) also stops the embedded database, last of all.
  const release = process.env.ROLLCALL_RELEASE;
  if (release) process.on("exit", () => startRelease(JSON.parse(release)));
  setTimeout(() => process.exit(1), patience).unref();
  process.kill(process.pid, "SIGTERM");
});

function startRelease(words) {
  const env = { ...process.env };
  delete env.ROLLCALL_RELEASE;
  spawn(process.execPath, words, { detached: true, stdio: "ignore", env }).unref();
}

// Ctrl-C in a terminal reaches the launcher and its children alike; the order of ending is the launcher's to decide.
process.on("SIGINT", () => undefined);
