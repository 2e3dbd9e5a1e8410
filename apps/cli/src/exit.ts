/**
 * How a command ends (INTERFACE.md, CLI): 0 done; 1 the file or the request has problems and nothing was changed; 2 wrong
 * usage; 3 the system failed. Errors that are told in one line, each with its code.
 */
export type ExitCode = 0 | 1 | 2 | 3;

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

/** Rollcall itself cannot work: settings, disk, database. One line for each thing that is wrong. */
export class SystemError extends Error {
  override readonly name = "SystemError";
}
