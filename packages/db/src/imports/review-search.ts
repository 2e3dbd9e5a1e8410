/**
 * How the search of a review compares texts: é as one letter and é as an e with its accent behind it – as files from a Mac have it –
 * are the same (Unicode, UAX #15). Rows keep what the file said.
 */

/** The text in the form in which both are compared, NFC. */
export function searchForm(text: string): string {
  return hasParts(text) ? text.normalize("NFC") : text;
}

/** Nothing below U+0300 is put together with what stands before it: most texts are as they should be at a glance. */
function hasParts(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x300) return true;
  return false;
}

/** For rows `r` of import_row: whether any cell holds the search, in any case. `bind` takes a value and gives its parameter. */
export function cellsHoldSql(search: string, bind: (value: string) => string): string {
  const sought = searchForm(search);
  const cells = "array_to_string(r.cells, ' ')";
  // What is ASCII is the same in every form.
  const text = /^\p{ASCII}*$/u.test(sought) ? cells : `normalize(${cells}, NFC)`;
  return `${text} ILIKE ${bind(`%${sought.replace(/[\\%_]/g, "\\$&")}%`)}`;
}
