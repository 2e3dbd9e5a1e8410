"use client";
/** A page of the console that broke; navigation stays. */
import { ConsolePage } from "../../features/pieces/console-page";
import { Defect, type DefectProps } from "../../features/pieces/defect";

export default function ConsoleError(props: DefectProps) {
  return (
    <ConsolePage title="Something went wrong">
      <Defect {...props} />
    </ConsolePage>
  );
}
