/**
 * Cursors: where a page ended, as one opaque text. A text that is no cursor is refused like any other bad input, and one of
 * another list or order too.
 */
import { z } from "zod";
import { parseId } from "./ids";
import { refuse, type Result } from "./result";

/** `scope` names the list and its order; it must be the same when the cursor comes back. */
export function writeCursor(scope: string, values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([scope, ...values]), "utf8").toString("base64url");
}

/** Null when the text is no cursor of this scope with this many values. */
export function readCursor(scope: string, cursor: string, count: number): (string | null)[] | null {
  if (cursor.length > 2000) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const shape = z
      .array(
        z
          .string()
          .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
          .nullable(),
      )
      .safeParse(parsed);
    if (!shape.success || shape.data.length !== count + 1 || shape.data[0] !== scope) return null;
    return shape.data.slice(1);
  } catch {
    return null;
  }
}

/** The id a cursor of one id holds; null without a cursor. */
export function readIdCursor(scope: string, cursor: string | undefined): Result<bigint | null> {
  if (cursor === undefined) return { ok: true, value: null };
  const [text] = readCursor(scope, cursor, 1) ?? [];
  const id = text === undefined || text === null ? null : parseId(text);
  return id === null ? badCursor : { ok: true, value: id };
}

export const badCursor = refuse({
  code: "invalid",
  fields: { cursor: "This page of the list is not valid any more. Start from its beginning." },
});

/** How many rows a page has: 1 to 200. */
export function pageSize(limit: number): number {
  return Number.isFinite(limit) ? Math.min(200, Math.max(1, Math.floor(limit))) : 50;
}
