// What a format asks of an import besides its file, said once for the file. It knows no particular format.
import { formats, isImplementedFormat } from "./formats/registry";
import type { CheckOptions } from "./model/check";
import { makeProblem } from "./model/problem";
import type { Recognition } from "./model/recognition";

/**
 * The recognition, with `domain.missing` when the format's user names need a domain and there is none: a warning, or as
 * `domainMissing` says. As an error it ends the reading, since without addresses no row is an account.
 */
export function withDemands(recognition: Recognition, options: CheckOptions): Recognition {
  const id = recognition.format?.id;
  if (id === undefined || !isImplementedFormat(id)) return recognition;
  if (formats[id].demands.domain !== true || (options.domain ?? "") !== "") return recognition;
  const problem = makeProblem("domain.missing", {}, { severity: options.domainMissing ?? "warning" });
  return { ...recognition, problems: [...recognition.problems, problem] };
}
