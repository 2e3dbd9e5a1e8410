// npm waits for us and hands signals on; when npm itself is killed nobody would stop us any more.

/** Asks this process to end (SIGTERM) when the npm that started it has gone. Does nothing when npm did not start it. */
export function endWithParent() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  timer.unref();
}
