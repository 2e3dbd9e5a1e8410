/**
 * JSON that jsonb accepts. PostgreSQL refuses U+0000 and halves of surrogate pairs in it, and with them the whole statement: the
 * first is stored as its picture (U+2400), the second as U+FFFD. Whoever reads the file has reported both by then.
 */

// JSON.stringify writes both as escapes; a backslash that is text itself comes as a pair, which is passed over whole.
const escape = /\\(u0000|ud[89a-f][0-9a-f]{2}|.)/g;

export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("\\u")
    ? text.replace(escape, (all, found: string) =>
        found === "u0000" ? "\u2400" : found.length === 5 ? "\ufffd" : all,
      )
    : text;
}
