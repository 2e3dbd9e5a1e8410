// How the readers say that a file cannot be read. Everything else they throw is a defect.
import type { WireFault } from "../protocol";

/** Ends the reading with a problem of the file. */
export class Fault extends Error {
  readonly fault: WireFault;
  constructor(fault: WireFault) {
    super(fault.code);
    this.name = "Fault";
    this.fault = fault;
  }
}

/** The file is damaged; `what` continues "The file is damaged: ". */
export function corrupt(what: string): Fault {
  return new Fault({ code: "file.corrupt", params: { what } });
}

/** The file is something that is not read; `what` continues "This is ". */
export function unsupported(what: string): Fault {
  const advice = "Save it as CSV and choose that file.";
  return new Fault({ code: "file.unsupported", params: { what, advice, extension: "" } });
}

/** The file wants a password; `what` continues "The file is ". */
export function encrypted(what: string): Fault {
  return new Fault({ code: "file.encrypted", params: { what } });
}

/** The file, or what is packed in it, has more than `limit` bytes. */
export function tooLarge(limit: number): Fault {
  return new Fault({ code: "file.too-large", params: { limit } });
}
