/**
 * Reads the text of a `.env` file: NAME=value lines, quotes, comments, `export`. Small and strict; it expands no variables
 * and reads no file.
 */

/** A line of `.env` that is no setting. Its message names the line, never its text, which may be a secret. */
export class DotEnvError extends Error {
  override name = "DotEnvError";
}

const LINE = /^(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(.*)$/u;
const DOUBLE = /^"((?:[^"\\]|\\.)*)"[ \t]*(?:#.*)?$/u;
const SINGLE = /^'([^']*)'[ \t]*(?:#.*)?$/u;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * `NAME=value`: without quotes the value ends at white space before a `#`; in double quotes `\n`, `\r`, `\t`, `\"` and `\\`
 * mean what they mean elsewhere; in single quotes everything is itself. A value stays on its line. The last of two lines
 * with one name holds. Throws DotEnvError at the first line that is none of this.
 */
export function parseDotEnv(text: string): Record<string, string> {
  // No prototype: a setting may be called "constructor" without being one.
  const values = Object.create(null) as Record<string, string>;
  text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\n|\r/u)
    .forEach((line, index) => {
      const trimmed = line.trim();
      if (trimmed === "" || trimmed.startsWith("#")) return;
      const [, name, written] = LINE.exec(trimmed) ?? [];
      if (name === undefined || written === undefined) {
        throw new DotEnvError(`.env line ${index + 1}: expected NAME=value.`);
      }
      const value = valueOf(written);
      if (value === null)
        throw new DotEnvError(`.env line ${index + 1}: the quotes of ${name} do not match.`);
      values[name] = value;
    });
  return values;
}

function valueOf(written: string): string | null {
  if (written.startsWith("#")) return "";
  if (written.startsWith('"')) {
    const inner = DOUBLE.exec(written)?.[1];
    return inner?.replace(/\\(.)/gu, (_pair, letter: string) => ESCAPES[letter] ?? letter) ?? null;
  }
  if (written.startsWith("'")) return SINGLE.exec(written)?.[1] ?? null;
  return written.replace(/[ \t]+#.*$/u, "").trimEnd();
}
