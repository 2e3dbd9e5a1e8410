/** Judges the name that somebody gives a device. */
import { lineFault } from "../people/check-fields";

const longest = 100;

/** Null when it may be used: 1 to 100 characters on one line. */
export function deviceNameFault(name: string): string | null {
  if (name.trim() === "") return "Give the device a name.";
  return lineFault(name.trim(), longest);
}
