"use client";
/** A page of the console on its panel: the bar with title, count and buttons, and what is below it. */
import { NavigationButton, PageHeader, Panel, type PageHeaderProps } from "@rollcall/ui";
import type { ReactNode } from "react";

export interface ConsolePageProps extends Omit<PageHeaderProps, "leading"> {
  children: ReactNode;
}

export function ConsolePage({ children, ...header }: ConsolePageProps) {
  return (
    <Panel>
      <PageHeader leading={<NavigationButton />} {...header} />
      {children}
    </Panel>
  );
}
