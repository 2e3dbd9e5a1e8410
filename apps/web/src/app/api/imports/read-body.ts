/**
 * The body of a request as chunks, for a reader that may stop early. When it does, what is still on its way is let go
 * unread, because a browser that is cut off while it sends never sees the answer. Nothing is held.
 */
import "server-only";

/** How long the rest of a file that is not wanted any more may keep us. */
const patienceMs = 120_000;

export interface Body {
  /** The first bytes, so many; null when there are fewer. Before `chunks`, which begins behind them. */
  take: (length: number) => Promise<Uint8Array | null>;
  /** Throws when the sender goes away before the end. */
  chunks: () => AsyncGenerator<Uint8Array>;
  /** Takes what is left, if anything, and drops it. Never throws. */
  drain: () => Promise<void>;
}

export function readBody(request: Request): Body {
  const reader = request.body?.getReader() ?? null;
  let ended = reader === null;

  let behind = new Uint8Array(0);

  async function take(length: number): Promise<Uint8Array | null> {
    const taken = new Uint8Array(length);
    for (let at = 0; at < length;) {
      const next = await reader?.read();
      if (next === undefined || next.done) {
        ended = true;
        return null;
      }
      const piece = next.value.subarray(0, length - at);
      taken.set(piece, at);
      at += piece.length;
      behind = next.value.slice(piece.length);
    }
    return taken;
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (behind.length > 0) yield behind;
    while (!ended && reader !== null) {
      const next = await reader.read();
      if (next.done) ended = true;
      else yield next.value;
    }
  }

  async function drain(): Promise<void> {
    const until = Date.now() + patienceMs;
    try {
      while (!ended && reader !== null && Date.now() < until) ended = (await reader.read()).done;
      if (!ended) await reader?.cancel();
    } catch {
      ended = true;
    }
  }

  return { take, chunks, drain };
}
