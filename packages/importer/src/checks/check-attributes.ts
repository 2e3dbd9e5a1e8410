// The custom attributes of a row: one a column, its name the column's part. Whether one of that name exists is for who
// knows the organisation.
import type { FileContext, Rule } from "../model/check";
import { flatKey } from "../model/flat-key";
import { lengths } from "../model/limits";
import { makeProblem } from "../model/problem";
import type { Row } from "../model/row";
import { lengthOf } from "./length-of";

interface AttributeColumn {
  name: string;
  header: string | null;
  read: (row: Row) => string | null;
}

/** `attribute.too-long`; fills `attributes`, null when no cell has a value. Of two columns for one attribute the first is read. */
export const checkAttributes: Rule = (file) => {
  const columns = attributeColumns(file);
  return (row) => {
    for (const { name, header, read } of columns) {
      const value = read(row);
      if (value === null || value === "") continue;
      row.record.attributes ??= noAttributes();
      row.record.attributes[name] = value;
      const length = lengthOf(value);
      if (length <= lengths.attribute) continue;
      const place = { line: row.line, column: header, field: "attributes" as const };
      row.problems.push(makeProblem("attribute.too-long", { length, limit: lengths.attribute }, place));
    }
  };
};

// Columns of the file, then what a mapping gives to every row.
function attributeColumns(file: FileContext): AttributeColumn[] {
  const found = new Map<string, AttributeColumn>();
  const add = (name: string): void => {
    const key = flatKey("attributes", name);
    if (name === "" || found.has(key)) return;
    const header = file.headerOf("attributes", name);
    found.set(key, { name, header, read: file.reader("attributes", name) });
  };
  for (const { field, part } of file.columns) if (field === "attributes") add(part ?? "");
  for (const target of Object.keys(file.options.mapping?.defaults ?? {}))
    if (target.startsWith("attribute:")) add(target.slice("attribute:".length));
  return [...found.values()];
}

// Without a prototype, so that an attribute may be called `__proto__`.
function noAttributes(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}
