"use client";
/** A page without sign-in, or of the portal, that broke. */
import { Defect, type DefectProps } from "../features/pieces/defect";

export default function PageError(props: DefectProps) {
  return (
    <main id="content" className="flex min-h-dvh items-center justify-center bg-background">
      <Defect {...props} />
    </main>
  );
}
