// What a format asks of an import besides its file, said once for the file. It knows no particular format.
import { lengthOf } from "./checks/length-of";
import { formats, isImplementedFormat } from "./formats/registry";
import type { CheckOptions } from "./model/check";
import { lengths } from "./model/limits";
import { clip, makeProblem } from "./model/problem";
import type { Recognition } from "./model/recognition";

/**
 * The recognition, with `attribute.name-too-long`, and with `domain.missing` when the format's user names need a domain and there is none: a warning, or as
 * `domainMissing` says. As an error it ends the reading, since without addresses no row is an account.
 */
export function withDemands(given: Recognition, options: CheckOptions): Recognition {
  const recognition = withShortNames(given);
  const id = recognition.format?.id;
  if (id === undefined || !isImplementedFormat(id)) return recognition;
  if (formats[id].demands.domain !== true || (options.domain ?? "") !== "") return recognition;
  const problem = makeProblem("domain.missing", {}, { severity: options.domainMissing ?? "warning" });
  return { ...recognition, problems: [...recognition.problems, problem] };
}

// What an attribute is called is the organisation's from then on: the heading of its column, or what a mapping says.
function withShortNames(recognition: Recognition): Recognition {
  const problems = recognition.columns.flatMap(({ field, part = "", header }) => {
    const length = field === "attributes" ? lengthOf(part) : 0;
    if (length <= lengths.attributeName) return [];
    const place = {
      line: recognition.header?.line ?? null,
      column: clip(header),
      field: "attributes" as const,
    };
    return [makeProblem("attribute.name-too-long", { length, limit: lengths.attributeName }, place)];
  });
  return problems.length === 0
    ? recognition
    : { ...recognition, problems: [...recognition.problems, ...problems] };
}
