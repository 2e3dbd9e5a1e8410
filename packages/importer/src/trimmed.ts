// White space taken off, quickly where there is none. Nothing else.

/** `text.trim()`, without the call for texts that begin and end in printable ASCII. */
export function trimmed(text: string): string {
  return text === "" || (isSolid(text.charCodeAt(0)) && isSolid(text.charCodeAt(text.length - 1)))
    ? text
    : text.trim();
}

function isSolid(code: number): boolean {
  return code > 32 && code < 127;
}
