// Accounts with every field of the record; what an import reads from it is the same record. Passwords are never written, and
// nobody is mailed again.
import type { ExportAccount, ExportCell, Exporter, ExportShape } from "../../model/format";
import type { FieldName } from "../../model/record";
import { attributePrefix, columns } from "./columns";

type ListField = "groups" | "aliases" | "delegates";

/**
 * One column a field, lists with room for as many as the shape says, one at least, and one for each attribute. More values
 * than there is room for are refused, since dropping them would lose data. Switches are booleans.
 */
export function exporter(shape: ExportShape): Exporter {
  const writers = columns.flatMap(({ field, part, header }) => writersOf(field, part, header, shape));
  return {
    header: [writers.map(({ header }) => header)],
    cells: (account) => {
      for (const [list, room] of roomsOf(shape)) refuseMore(account[list]?.length ?? 0, room, list);
      return writers.map(({ cell }) => cell(account));
    },
  };
}

interface Writer {
  header: string;
  cell: (account: ExportAccount) => ExportCell;
}

function writersOf(
  field: FieldName,
  part: string | undefined,
  header: string,
  shape: ExportShape,
): readonly Writer[] {
  switch (field) {
    case "groups":
    case "aliases":
    case "delegates":
      return Array.from({ length: roomOf(shape[field]) }, (_, i) => ({
        header,
        cell: (account: ExportAccount) => account[field]?.[i] ?? "",
      }));
    case "attributes":
      return (shape.attributes ?? []).map((name) => ({
        header: attributePrefix + name,
        cell: ({ attributes }: ExportAccount) =>
          attributes && Object.hasOwn(attributes, name) ? (attributes[name] ?? "") : "",
      }));
    case "exchange":
      return [
        { header, cell: ({ exchange }) => exchange?.[part === "username" ? "username" : "domain"] ?? "" },
      ];
    case "password":
    case "sendWelcome":
      return [{ header, cell: () => "" }];
    default:
      return [{ header, cell: (account) => account[field] ?? "" }];
  }
}

function roomsOf(shape: ExportShape): readonly (readonly [ListField, number])[] {
  return (["groups", "aliases", "delegates"] as const).map((list) => [list, roomOf(shape[list])]);
}

function roomOf(count: number | undefined): number {
  return Math.max(1, count ?? 0);
}

function refuseMore(count: number, room: number, list: ListField): void {
  if (count > room)
    throw new RangeError(`An account has ${String(count)} ${list}; the export has room for ${String(room)}.`);
}
