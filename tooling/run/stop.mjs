// How a root command ends before its work: one clear line, never a stack. It knows nothing of what the commands do.

/** A failure that is told in one line. `code` is the exit code (3: the system failed; 2: wrong usage). */
export class Stop extends Error {
  constructor(message, code = 3) {
    super(message);
    this.code = code;
  }
}

/** Runs a root command; a Stop ends it with its one line, anything else is a defect and shows where it came from. */
export async function runCommand(work) {
  try {
    requireNode();
    await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`rollcall: ${error.message}\n`);
    process.exit(error.code);
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Node.js ${process.versions.node} is too old: Rollcall needs 20.19 or newer (nodejs.org).`);
}
