// Joins class names, leaving out what is false. It does not resolve conflicts: a component's className is for
// layout (margin, width, place in a grid), never to restyle it.

/** The given class names with a space between, without the empty ones; undefined when nothing is left. */
export function classNames(...names: (string | false | null | undefined)[]): string | undefined {
  const joined = names.filter(Boolean).join(" ");
  return joined === "" ? undefined : joined;
}
