// Tabs that are addresses: a row of links, the current one underlined. Safe in server components.
import type { ComponentProps, ReactElement, ReactNode } from "react";

import { classNames } from "./class-names";
import { Num } from "./num";
import { renderElement } from "./render-element";

/** The row of every kind of tab. */
export const tabListClass = "flex gap-5 overflow-x-auto border-b border-border scrollbar-none";

/** One tab of every kind. */
export const tabClass =
  "relative -mb-px flex h-9 shrink-0 items-center border-b-2 border-transparent text-foreground-3 no-underline transition-colors hover:text-foreground aria-[current=page]:border-foreground aria-[current=page]:font-medium aria-[current=page]:text-foreground data-active:border-foreground data-active:font-medium data-active:text-foreground data-disabled:opacity-45 focus-visible:-outline-offset-2 focus-visible:rounded-xs";

export interface TabLink {
  /** `<Link href="…" />`. */
  link: ReactElement;
  label: ReactNode;
  count?: number | undefined;
  active: boolean;
}

/** The row. `label` names it for assistive technology. */
export function TabLinks({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly TabLink[];
  className?: string | undefined;
}) {
  return (
    <nav aria-label={label} className={classNames(tabListClass, className)}>
      {tabs.map((tab, index) => (
        <TabAnchor key={index} tab={tab} />
      ))}
    </nav>
  );
}

function TabAnchor({ tab }: { tab: TabLink }) {
  const props: ComponentProps<"a"> = {
    "aria-current": tab.active ? "page" : undefined,
    className: tabClass,
    children: (
      <>
        {tab.label}
        {tab.count !== undefined && (
          <Num value={tab.count} className="ml-1.5 font-normal text-foreground-3" />
        )}
      </>
    ),
  };
  return renderElement(tab.link, "a", props);
}
