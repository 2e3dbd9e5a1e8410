// Tells a person that something takes a while: one line that counts seconds in a terminal, one line in a log.

/** Runs `work` under a line like "Installing packages … 34 s", written to stderr. */
export async function withProgress(title, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const live = process.stderr.isTTY === true;
  if (!live) process.stderr.write(`${title} …\n`);
  const draw = () => process.stderr.write(`\r${title} … ${seconds()} s `);
  const timer = live ? setInterval(draw, 1000) : null;
  if (live) draw();
  try {
    return await work();
  } finally {
    if (timer !== null) {
      clearInterval(timer);
      process.stderr.write(`\r${title} … ${seconds()} s\n`);
    }
  }
}
