/**
 * A file to download, streamed: the source is asked for more only when the reader has taken what there was, and told to
 * stop when the reader goes away. It knows nothing of what is in the file.
 */
import "server-only";
import { contentDisposition } from "./content-disposition";

const types = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xls: "application/vnd.ms-excel",
  zip: "application/zip",
} as const;

type Chunks = AsyncIterable<string | Uint8Array>;

export interface Download {
  fileName: string;
  type: keyof typeof types;
  chunks: Chunks;
}

/** Tells spreadsheet programs that a CSV is UTF-8; they would read "Østby" as Windows-1252 else. Our import reads past it. */
const byteOrderMark = "\ufeff";

/** 200 with the file; never stored, never sniffed, never shown inline. */
export function answerDownload({ fileName, type, chunks }: Download): Response {
  return new Response(toStream(type === "csv" ? withMark(chunks) : chunks), {
    headers: {
      "Content-Type": types[type],
      "Content-Disposition": contentDisposition(fileName),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/**
 * A 403 when the browser says that another site asked for this file. Downloads change nothing but the audit log, so a
 * browser that does not say is believed; the session cookie is not sent along by other sites' forms and pictures.
 */
export function refuseOtherSites(request: Request): Response | null {
  const site = request.headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return null;
  return Response.json({ error: "This request did not come from Rollcall's own pages." }, { status: 403 });
}

async function* withMark(chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  yield byteOrderMark;
  yield* chunks;
}

function toStream(chunks: Chunks): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(typeof next.value === "string" ? encoder.encode(next.value) : next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}
