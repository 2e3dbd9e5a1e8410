// `_x000D_` in the texts of XLSX stands for a character that XML cannot hold (ECMA-376 part 1, 22.4.2.4).

/** Text with those escapes undone; `_x005F_` protects an underscore that means itself. */
export function undoEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return plain.includes("\r") ? plain.replace(/\r\n?/gu, "\n") : plain;
}
