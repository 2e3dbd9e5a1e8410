/**
 * Reads a file for another format: once to measure what the export must make room for, once more to write it. Memory does
 * not grow with the file.
 */
import {
  readRecords,
  type AccountRecord,
  type CheckedRow,
  type ExportAccount,
  type ExportShape,
  type FieldName,
  type ReadOptions,
} from "@rollcall/importer";
import { openWorkbook } from "@rollcall/workbook";
import { problemView } from "../output/problem-view";
import { openFile } from "./open-file";

export interface Measured {
  shape: ExportShape & { attributes: string[] };
  /** rows that can be written, and rows with an error */
  good: number;
  bad: number;
  /** the file as a whole cannot be read */
  refused: boolean;
  /** the first errors */
  problems: ReturnType<typeof problemView>[];
  /** rows whose password is left out: no file that we write holds one */
  passwords: number;
  /** what any row gives */
  fields: Set<FieldName>;
}

/** Told by itself, or lacking in every export: passwords, and whether to mail. */
const neverWritten: ReadonlySet<FieldName> = new Set(["password", "sendWelcome"]);

export async function measureFile(path: string, reading: ReadOptions, shown: number): Promise<Measured> {
  const found: Measured = {
    shape: { groups: 0, aliases: 0, delegates: 0, attributes: [] },
    good: 0,
    bad: 0,
    refused: false,
    problems: [],
    passwords: 0,
    fields: new Set(),
  };
  const names = new Set<string>();
  const tell = (problems: CheckedRow["problems"]): void => {
    for (const problem of problems)
      if (problem.severity === "error" && found.problems.length < shown)
        found.problems.push(problemView(problem));
  };
  for await (const event of eventsOf(path, reading)) {
    if (event.kind === "refused") {
      found.refused = true;
      tell(event.problems);
    }
    if (event.kind !== "rows") continue;
    for (const row of event.rows) {
      tell(row.problems);
      if (!isGood(row)) found.bad += 1;
      else measure(found, names, row.record);
    }
  }
  found.shape.attributes = [...names].sort();
  return found;
}

function measure(found: Measured, names: Set<string>, record: AccountRecord): void {
  const { shape, fields } = found;
  found.good += 1;
  if (record.password !== null) found.passwords += 1;
  shape.groups = Math.max(shape.groups, record.groups?.length ?? 0);
  shape.aliases = Math.max(shape.aliases ?? 0, record.aliases?.length ?? 0);
  shape.delegates = Math.max(shape.delegates ?? 0, record.delegates?.length ?? 0);
  for (const name of Object.keys(record.attributes ?? {})) names.add(name);
  for (const [field, value] of Object.entries(record) as [FieldName, unknown][])
    if (value !== null && !neverWritten.has(field)) fields.add(field);
}

/** The accounts of the rows without errors, a batch at a time. */
export async function* readAccounts(path: string, reading: ReadOptions): AsyncGenerator<ExportAccount[]> {
  for await (const event of eventsOf(path, reading))
    if (event.kind === "rows") yield event.rows.filter(isGood).map(({ record }) => toAccount(record));
}

async function* eventsOf(path: string, reading: ReadOptions): ReturnType<typeof readRecords> {
  const file = await openFile(path);
  yield* readRecords(file.read(), {
    fileName: file.name,
    ...reading,
    domainMissing: "error",
    missingPasswords: "later",
    openWorkbook,
    duplicates: true,
  });
}

function isGood({ record, problems }: CheckedRow): boolean {
  return record.email !== null && !problems.some(({ severity }) => severity === "error");
}

/** A new account without a full name is called by its names, else by what stands before the @, as an import would. */
function toAccount({
  password: _password,
  sendWelcome: _sendWelcome,
  ...rest
}: AccountRecord): ExportAccount {
  const email = rest.email ?? "";
  const names = [rest.givenName, rest.middleName, rest.familyName].filter((name) => name !== null).join(" ");
  const fullName = rest.fullName ?? (names === "" ? email.slice(0, email.lastIndexOf("@")) : names);
  return { ...rest, email, fullName };
}
