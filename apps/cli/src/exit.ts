/**
 * How a command ends (INTERFACE.md, CLI): 0 done; 1 the file or the request has problems and nothing was changed; 2 wrong
 * usage; 3 the system failed; 130 and 143 stopped by SIGINT or SIGTERM, as shells have it. Errors that are told in one line, each
 * with its code.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 130 | 143;

/** Called wrongly; the message says what is right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The request was understood and declined; nothing was changed. `code` is a refusal's, or one of the command's own. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: string;
  /** what a document would list under `problems` */
  readonly problems: readonly object[];

  constructor(code: string, message: string, problems: readonly object[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** Somebody stopped it by a signal, in time. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
  readonly exitCode: 130 | 143;

  constructor(exitCode: 130 | 143) {
    super("Stopped; nothing was changed.");
    this.exitCode = exitCode;
  }
}

/** Rollcall itself cannot work: settings, disk, database. One line for each thing that is wrong. */
export class SystemError extends Error {
  override readonly name = "SystemError";
}
