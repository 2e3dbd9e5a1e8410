/**
 * A part of a screen that is fetched when it is first wanted: a dialog, a drawer, a menu, a picker. It draws nothing until
 * it is there. It knows nothing of what it fetches; what holds its place meanwhile is `dynamic` with a `loading` of its size.
 */
import dynamic from "next/dynamic";
import type { ComponentType } from "react";

/**
 * `dynamic` that waits by itself. Without a `loading` next/dynamic has no boundary of its own: the first opening hides the
 * page around it until the script is there, and what was focused loses the focus to the body, also after Esc.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return dynamic(load, { loading: nothing });
}

function nothing(): null {
  return null;
}
