/**
 * The Content-Disposition header of a download (RFC 6266): a plain ASCII name for old readers and the real one in UTF-8
 * (RFC 8187). Pure.
 */

/** `attachment; filename="…"; filename*=UTF-8''…`. Path separators, quotes and control characters are taken out. */
export function contentDisposition(fileName: string): string {
  const name = plainName(fileName);
  const ascii = name
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/[%"\\]/g, "")
    .trim();
  const stem = ascii.replace(/\.[a-z0-9]*$/i, "").trim();
  const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? "";
  const fallback = stem === "" ? `download${extension}` : ascii;
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encodeExtended(name)}`;
}

function plainName(fileName: string): string {
  const clean = fileName.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").replace(/[/\\:*?"<>|]/g, "-");
  const trimmed = clean.replace(/^[\s.]+|\s+$/g, "");
  return trimmed === "" ? "download" : trimmed;
}

/** Everything but RFC 8187's attr-char in percent form; encodeURIComponent leaves four characters too many. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
