// The name in a row, as the link the whole row is. Enter on the row follows it; so do all the ways of opening a link.
import type { ReactElement, ReactNode } from "react";

import { renderElement } from "../render-element";

export interface GridLinkProps {
  /** `<Link href="…" />`. */
  render: ReactElement;
  children: ReactNode;
}

/** For the cell that names the row, and for the title of a CompactRow. */
export function GridLink({ render, children }: GridLinkProps) {
  return renderElement(render, "a", {
    tabIndex: -1,
    ...{ "data-row-link": "" },
    className: "font-medium text-foreground no-underline after:absolute after:inset-0",
    children,
  });
}
