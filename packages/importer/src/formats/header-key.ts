// By what two headers are the same column. It knows no column.

const ignored = /[\s_\-\uFEFF]+/gu;

/** The header without case, white space, `_`, `-` and byte order mark (PRODUCT.md, "The formats"). */
export function headerKey(header: string): string {
  return header.replace(ignored, "").toLowerCase();
}
