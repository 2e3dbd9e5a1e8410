/** The names that an import creates, as problems of its file: where each first stands. It asks no database. Pure. */
import { makeProblem, nameKey, type ColumnMatch, type Problem } from "@rollcall/importer";
import type { ImportCreates } from "./types";

/** Beyond so many the list of what is created says it better. */
const mostNamed = 200;
const codes = { departments: "department.new", groups: "group.new", attributes: "attribute.new" } as const;
const fields = { departments: "department", groups: "groups", attributes: "attributes" } as const;
type Kind = keyof typeof codes;

/** Whether it is one of those problems, which every plan makes anew. */
export function isNewName(problem: Problem): boolean {
  return Object.values<string>(codes).includes(problem.code);
}

/**
 * `department.new`, `group.new` and `attribute.new`, with the column in which the name stands: null where the file has several
 * of different names, or where it comes from `groups` of the options.
 */
export function newNameProblems(
  creates: ImportCreates,
  columns: readonly ColumnMatch[],
  groups: readonly string[],
): Problem[] {
  const optional = new Set(groups.map((name) => nameKey(name)));
  return (Object.keys(codes) as Kind[]).flatMap((kind) =>
    creates[kind].slice(0, mostNamed).map(({ name, line }) => {
      const fromOptions = kind === "groups" && optional.has(nameKey(name));
      const column = fromOptions ? null : columnOf(kind, name, columns);
      return makeProblem(codes[kind], { value: name }, { line, column, field: fields[kind] });
    }),
  );
}

function columnOf(kind: Kind, name: string, columns: readonly ColumnMatch[]): string | null {
  const headers = columns
    .filter(
      ({ field, part = "" }) =>
        field === fields[kind] && (kind !== "attributes" || nameKey(part) === nameKey(name)),
    )
    .map(({ header }) => header);
  // Of two columns for one attribute the first is read.
  const [first = ""] = headers;
  return first !== "" && (kind === "attributes" || headers.every((header) => header === first))
    ? first
    : null;
}
