/**
 * The body of a request as chunks, for a reader that may stop early. When it does, what is still on its way is let go
 * unread, because a browser that is cut off while it sends never sees the answer. Nothing is held.
 */
import "server-only";

/** How long the rest of a file that is not wanted any more may keep us. */
const patienceMs = 120_000;

export interface Body {
  /** Throws when the sender goes away before the end. */
  chunks: () => AsyncGenerator<Uint8Array>;
  /** Takes what is left, if anything, and drops it. Never throws. */
  drain: () => Promise<void>;
}

export function readBody(request: Request): Body {
  const reader = request.body?.getReader() ?? null;
  let ended = reader === null;

  async function* chunks(): AsyncGenerator<Uint8Array> {
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

  return { chunks, drain };
}
