/**
 * The SHA-256 of a file, so that the server can prove that all of it arrived. Only where it is cheap: the browser must
 * offer it (https or localhost) and the file must fit into memory.
 */

const largest = 200 * 1024 * 1024;

/** Hex; null where it is not cheap, or the file cannot be read (sending it will say so). */
export async function fileSha256(file: File): Promise<string | null> {
  // Typed as always there; browsers leave it out of pages that did not come over https.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (subtle === undefined || file.size > largest) return null;
  try {
    const digest = await subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return null;
  }
}
