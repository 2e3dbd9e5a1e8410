// Lets a component be drawn as another element: `render={<Link href="…" />}`. It knows nothing of styles or routers.
import { Children, cloneElement, createElement, isValidElement } from "react";
import type { ComponentProps, ElementType, ReactElement, ReactNode } from "react";

import { classNames } from "./class-names";

/** An element to draw instead of the component's own: a router's link, an `<a>`, a `<label>`. Its own props win. */
export type RenderProp = ReactElement | undefined;

type Loose = Record<string, unknown> & { className?: string | undefined; children?: ReactNode };

/**
 * The element a reader gets: `render` with the given props underneath its own (class names are joined, handlers of
 * both are called, ours after theirs), or a new element of type `fallback`.
 */
export function renderElement<T extends ElementType>(
  render: RenderProp,
  fallback: T,
  props: ComponentProps<T>,
): ReactElement {
  const target = resolveElement(render);
  if (target === null) return createElement(fallback, props);
  return cloneElement(target, mergeProps(props as Loose, target.props as Loose));
}

/** The element itself, also when a server component sent it as a promise of one; null when there is none. */
export function resolveElement(node: ReactNode): ReactElement | null {
  const first = Children.toArray(node)[0];
  return isValidElement(first) ? first : null;
}

/** Both sets of props, `theirs` winning; class names are joined and event handlers are chained, theirs first. */
export function mergeProps(ours: object, theirs: object): Loose {
  const merged: Loose = { ...(ours as Loose) };
  for (const [name, value] of Object.entries(theirs)) {
    const own = merged[name];
    if (value === undefined) continue;
    if (name === "className") merged[name] = classNames(own as string | undefined, value as string);
    else if (/^on[A-Z]/.test(name) && typeof own === "function" && typeof value === "function")
      merged[name] = chain(value as Handler, own as Handler);
    else merged[name] = value;
  }
  return merged;
}

type Handler = (...args: unknown[]) => void;

function chain(first: Handler, second: Handler): Handler {
  return (...args) => {
    first(...args);
    second(...args);
  };
}
