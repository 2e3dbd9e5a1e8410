/** @jsxRuntime automatic @jsxImportSource react */
/**
 * A table of one cell: the only box whose padding and background every mail program draws. React Email's Section is one too,
 * but takes neither a class nor a style for its cell, and dark colours need the class.
 */
import type { CSSProperties, ReactElement, ReactNode } from "react";

interface SheetProps {
  className?: string;
  style?: CSSProperties;
  cellClassName?: string;
  cellStyle?: CSSProperties;
  children: ReactNode;
}

export function Sheet({ className, style, cellClassName, cellStyle, children }: SheetProps): ReactElement {
  return (
    <table
      role="presentation"
      width="100%"
      border={0}
      cellPadding="0"
      cellSpacing="0"
      className={className}
      style={style}
    >
      <tbody>
        <tr>
          <td className={cellClassName} style={cellStyle}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
