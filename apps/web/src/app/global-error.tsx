"use client";
/** When even the document around the pages broke. It stands alone: no fonts, no providers. */
import "./globals.css";
import { Defect, type DefectProps } from "../features/pieces/defect";

export default function GlobalError(props: DefectProps) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Rollcall</title>
        <main className="flex min-h-dvh items-center justify-center bg-background">
          <Defect {...props} />
        </main>
      </body>
    </html>
  );
}
