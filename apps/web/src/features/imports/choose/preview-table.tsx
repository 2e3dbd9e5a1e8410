"use client";
/** The first rows of a file as they were read, with their lines. Passwords were masked before they got here. */
import type { Recognition } from "@rollcall/importer";
import { Table, TBody, Td, Th, THead, Tr } from "@rollcall/ui";

export function PreviewTable({ recognition }: { recognition: Recognition }) {
  const { header, columns, sample } = recognition;
  return (
    <Table label="First rows of the file" density="compact" className="border-t border-border">
      <THead>
        <Th numeric>
          <span className="sr-only">Line</span>
          <span aria-hidden>{header?.line ?? ""}</span>
        </Th>
        {columns.map((column) => (
          <Th key={column.index} title={column.reason}>
            <span className={column.field === null ? "text-foreground-3 line-through" : "text-foreground-2"}>
              {column.header === "" ? `Column ${String(column.index + 1)}` : column.header}
            </span>
            {column.field === null && <span className="sr-only"> (not used)</span>}
          </Th>
        ))}
      </THead>
      <TBody>
        {sample.map((row) => (
          <Tr key={row.line}>
            <Td numeric quiet>
              {row.line}
            </Td>
            {columns.map((column) => (
              <Td key={column.index} quiet={column.field === null} className="max-w-60 truncate">
                {(row.cells[column.index] ?? "") === "" ? (
                  <span className="text-foreground-3">–</span>
                ) : (
                  row.cells[column.index]
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
