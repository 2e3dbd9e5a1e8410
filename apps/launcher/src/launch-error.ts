/** Why Rollcall cannot be started or has to stop, in one clear line (or one a mistake) for the person at the terminal. */
export class LaunchError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[], options?: ErrorOptions) {
    super(lines.join("\n"), options);
    this.name = "LaunchError";
    this.lines = lines;
  }
}
