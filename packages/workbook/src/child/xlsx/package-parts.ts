// Finds the parts of an XLSX by their relations, and refuses what is no plain workbook. It reads no cell.
import { corrupt, unsupported } from "../fault";
import { onTags, scanEntry } from "../xml/scan-entry";
import { attribute } from "../xml/xml-text";
import type { ZipEntry } from "../zip/zip-directory";

type Entries = ReadonlyMap<string, ZipEntry>;

/** A sheet as the workbook lists it. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

export interface WorkbookParts {
  date1904: boolean;
  sheets: SheetPart[];
  strings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

interface Relation {
  /** The last word of its type: "worksheet", "styles", whichever edition of the standard it names. */
  type: string;
  target: string;
}

/** More sheets than this are no table of people. */
const maxSheets = 1000;

export async function findParts(entries: Entries): Promise<WorkbookParts> {
  await refuseByContentTypes(entries);
  const root = await readRelations(entries, "");
  const main = [...root.values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const entry = entries.get(main);
  if (entry === undefined) throw corrupt("it has no workbook inside");
  const relations = await readRelations(entries, main);
  const { date1904, listed } = await readWorkbook(entry);
  const sheets: SheetPart[] = [];
  for (const { name, hidden, id } of listed) {
    const relation = relations.get(id);
    if (relation?.type === "xlMacrosheet" || relation?.type === "xlIntlMacrosheet") throw withMacros();
    if (relation !== undefined && relation.type !== "worksheet") continue;
    const part = relation === undefined ? undefined : entries.get(relation.target);
    if (part === undefined) throw corrupt("one of its sheets is missing");
    sheets.push({ name, hidden, entry: part });
  }
  if (sheets.length === 0) throw corrupt("it has no sheet");
  const typed = (type: string) => {
    const found = [...relations.values()].find((relation) => relation.type === type);
    return found === undefined ? undefined : entries.get(found.target);
  };
  return { date1904, sheets, strings: typed("sharedStrings"), styles: typed("styles") };
}

function withMacros() {
  return unsupported("an Excel workbook with macros (XLSM)");
}

async function refuseByContentTypes(entries: Entries): Promise<void> {
  for (const name of entries.keys()) if (/(?:^|\/)vbaProject\.bin$/iu.test(name)) throw withMacros();
  if (entries.has("xl/workbook.bin")) throw unsupported("a binary Excel workbook (XLSB)");
  const types = entries.get("[Content_Types].xml");
  if (types === undefined) throw corrupt("it is no workbook inside");
  await scanEntry(
    types,
    onTags((name, attributes) => {
      // A Default says what an extension would mean, an Override what a part is.
      if (name !== "Override") return;
      const type = attribute(attributes, "ContentType") ?? "";
      if (/macroEnabled|vbaProject/iu.test(type)) throw withMacros();
      if (/sheet\.binary/iu.test(type)) throw unsupported("a binary Excel workbook (XLSB)");
    }),
  );
}

async function readRelations(entries: Entries, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf("/") + 1;
  const entry = entries.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  const handler = onTags((name, attributes) => {
    if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
    const type = attribute(attributes, "Type") ?? "";
    relations.set(attribute(attributes, "Id") ?? "", {
      type: type.slice(type.lastIndexOf("/") + 1),
      target: resolve(part.slice(0, slash), attribute(attributes, "Target") ?? ""),
    });
  });
  await scanEntry(entry, handler);
  return relations;
}

// A name inside of the archive, never a place on a disk.
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

interface Listed {
  name: string;
  hidden: boolean;
  id: string;
}

async function readWorkbook(entry: ZipEntry): Promise<{ date1904: boolean; listed: Listed[] }> {
  let date1904 = false;
  const listed: Listed[] = [];
  const handler = onTags((name, attributes) => {
    if (name === "workbookPr") date1904 = /^(?:1|true|on)$/u.test(attribute(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    if (listed.length === maxSheets) throw corrupt(`it has more than ${maxSheets} sheets`);
    // `sheetId` ends in "Id" too, but is not named "id".
    listed.push({
      name: attribute(attributes, "name") ?? "",
      hidden: (attribute(attributes, "state") ?? "visible") !== "visible",
      id: attribute(attributes, "id") ?? "",
    });
  });
  await scanEntry(entry, handler);
  return { date1904, listed };
}
