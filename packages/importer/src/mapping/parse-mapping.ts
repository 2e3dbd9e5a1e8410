// Reads a mapping file (INTERFACE.md, "A mapping file") and says the first thing that is wrong with it, in one sentence.
// It knows the shape only; whether a file has the columns is for `applyMapping`.
import { headerKey } from "../formats/header-key";
import type { Mapping, MappingColumn } from "../model/mapping";
import { startOfText } from "../model/start-of-text";
import { isMappingTarget, keyOfTarget, mayRepeat } from "./targets";

/** A mapping, or why it is none and where: "columns[2].to". */
export type ParsedMapping = { ok: true; mapping: Mapping } | { ok: false; message: string; path: string };

class Mistake extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

type Json = Readonly<Record<string, unknown>>;

const keys = ["name", "version", "header", "columns", "values", "defaults", "blank", "unknown"];
const columnsAtMost = 256;
const textAtMost = 2000;

/** Takes parsed JSON. `name`, `version` and `header` may be missing (then "Mapping", 1 and 1); nothing unknown is let through. */
export function parseMapping(json: unknown): ParsedMapping {
  try {
    return { ok: true, mapping: mappingOf(json) };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, message: error.message, path: error.path };
    throw error;
  }
}

function mappingOf(json: unknown): Mapping {
  const given = objectOf(json, "", "A mapping");
  onlyKeys(given, keys, "");
  const header = given["header"] === undefined ? 1 : given["header"];
  if (header !== null && !isCount(header))
    throw new Mistake("header", "The header must be the number of its line, or null when there is none.");
  const mapping: Mapping = {
    name: given["name"] === undefined ? "Mapping" : textOf(given["name"], "name", "The name", 200),
    version: given["version"] === undefined ? 1 : countOf(given["version"], "version", "The version"),
    header,
    columns: columnsOf(given["columns"], header),
  };
  if (given["values"] !== undefined) mapping.values = valuesOf(given["values"]);
  if (given["defaults"] !== undefined) mapping.defaults = textsOf(given["defaults"], "defaults", true);
  if (given["blank"] !== undefined) mapping.blank = blankOf(given["blank"]);
  const unknown = given["unknown"];
  if (unknown !== undefined) {
    if (unknown !== "ignore" && unknown !== "attribute" && unknown !== "stop")
      throw new Mistake(
        "unknown",
        "What becomes of unknown columns must be “ignore”, “attribute” or “stop”.",
      );
    mapping.unknown = unknown;
  }
  return mapping;
}

function columnsOf(json: unknown, header: number | null): MappingColumn[] {
  if (!Array.isArray(json) || json.length === 0)
    throw new Mistake("columns", "The columns must be a list with at least one column.");
  if (json.length > columnsAtMost)
    throw new Mistake("columns", `There are more than ${String(columnsAtMost)} columns.`);
  const columns = json.map((one: unknown, i) => columnOf(one, `columns[${String(i)}]`, header));
  refuseRepeats(columns);
  if (!columns.some(({ to }) => to === "email"))
    throw new Mistake("columns", "No column goes into “email”, so the rows would be nobody’s.");
  return columns;
}

function columnOf(json: unknown, path: string, header: number | null): MappingColumn {
  const given = objectOf(json, path, "A column");
  onlyKeys(given, ["from", "to", "split"], path);
  const { from, to, split } = given;
  if (typeof from === "string" ? from.trim() === "" || from.length > textAtMost : !isCount(from))
    throw new Mistake(`${path}.from`, "A column comes from a header, or from its number counted from 1.");
  if (header === null && typeof from === "string")
    throw new Mistake(`${path}.from`, "Without a header columns are named by their numbers.");
  if (to !== null && (typeof to !== "string" || !isMappingTarget(to))) {
    const shown =
      typeof to === "string" ? `“${startOfText(to, 100)}” is no field` : "A column goes into a field";
    throw new Mistake(
      `${path}.to`,
      `${shown}; use a field’s name, “attribute:NAME”, or null to leave the column out.`,
    );
  }
  const column: MappingColumn = { from: from as string | number, to };
  if (split === undefined) return column;
  if (split !== "given-family" && split !== "family-given")
    throw new Mistake(`${path}.split`, "A name is split “given-family” or “family-given”.");
  if (to !== "fullName") throw new Mistake(`${path}.split`, "Only “fullName” can be split.");
  return { ...column, split };
}

// One value has one source; lists and the parts of a full name have several.
function refuseRepeats(columns: readonly MappingColumn[]): void {
  const first = new Map<string, number>();
  columns.forEach(({ from, to }, i) => {
    const path = `columns[${String(i)}]`;
    const numbered = typeof from === "number" && columns.findIndex((other) => other.from === from) < i;
    if (numbered) throw new Mistake(`${path}.from`, `Column ${String(from)} is named twice.`);
    const named = (other: MappingColumn): boolean =>
      typeof from === "string" && typeof other.from === "string" && headerKey(other.from) === headerKey(from);
    const twin = columns.findIndex(named);
    if (twin >= 0 && twin < i && columns[twin]?.to !== to)
      throw new Mistake(`${path}.from`, `The column “${String(from)}” is named twice.`);
    if (to === null || mayRepeat(to)) return;
    const before = first.get(keyOfTarget(to));
    if (before !== undefined)
      throw new Mistake(`${path}.to`, `“${to}” is named twice; columns[${String(before)}] has it already.`);
    first.set(keyOfTarget(to), i);
  });
}

function valuesOf(json: unknown): Record<string, Record<string, string>> {
  const made = bare<Record<string, string>>();
  for (const [key, one] of Object.entries(objectOf(json, "values", "The values"))) {
    made[targetKey(key, "values")] = textsOf(one, `values.${key}`, false);
  }
  return made;
}

function blankOf(json: unknown): Record<string, "keep" | "clear" | "error"> {
  const made = bare<"keep" | "clear" | "error">();
  for (const [key, rule] of Object.entries(objectOf(json, "blank", "The rules for empty cells"))) {
    if (rule !== "keep" && rule !== "clear" && rule !== "error")
      throw new Mistake(`blank.${key}`, "What an empty cell means must be “keep”, “clear” or “error”.");
    made[targetKey(key, "blank")] = rule;
  }
  return made;
}

function textsOf(json: unknown, path: string, byTarget: boolean): Record<string, string> {
  const made = bare<string>();
  for (const [key, value] of Object.entries(objectOf(json, path, "This"))) {
    if (typeof value !== "string" || value.length > textAtMost)
      throw new Mistake(
        `${path}.${key}`,
        `The value must be a text of at most ${String(textAtMost)} characters.`,
      );
    made[byTarget ? targetKey(key, path) : key] = value;
  }
  return made;
}

// A password for everybody would be everybody's; it is refused.
function targetKey(key: string, path: string): string {
  const list = { groups: "group", aliases: "alias", delegates: "delegate" }[key] ?? key;
  if (!isMappingTarget(list)) throw new Mistake(`${path}.${key}`, `“${startOfText(key, 100)}” is no field.`);
  if (path === "defaults" && (list === "password" || list === "email"))
    throw new Mistake(`${path}.${key}`, `“${list}” cannot be the same for everybody.`);
  return list;
}

// Without a prototype, so that `__proto__` is a key like others.
function bare<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

function objectOf(json: unknown, path: string, what: string): Json {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new Mistake(path, `${what} must be an object.`);
  return json as Json;
}

function onlyKeys(given: Json, known: readonly string[], path: string): void {
  const odd = Object.keys(given).find((key) => !known.includes(key));
  if (odd !== undefined)
    throw new Mistake(
      path === "" ? odd : `${path}.${odd}`,
      `“${startOfText(odd, 100)}” is nothing that can be said here.`,
    );
}

function textOf(json: unknown, path: string, what: string, atMost: number): string {
  const text = typeof json === "string" ? json.trim() : "";
  if (text === "" || text.length > atMost)
    throw new Mistake(path, `${what} must be a text of 1 to ${String(atMost)} characters.`);
  return text;
}

function countOf(json: unknown, path: string, what: string): number {
  if (!isCount(json)) throw new Mistake(path, `${what} must be a whole number from 1.`);
  return json;
}

function isCount(json: unknown): json is number {
  return typeof json === "number" && Number.isInteger(json) && json >= 1 && json <= 1_000_000;
}
