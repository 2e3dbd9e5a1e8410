"use client";
/** The frame of the pages of settings: tabs that are addresses. */
import { PanelBody, TabLinks } from "@rollcall/ui";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { ConsolePage } from "../pieces/console-page";

export function SettingsFrame({ children }: { children: ReactNode }) {
  const path = usePathname();
  const tabs = [
    { href: "/settings", label: "Organisation" },
    { href: "/settings/mails", label: "Mails" },
  ];
  return (
    <ConsolePage title="Settings">
      <PanelBody width="form">
        <TabLinks
          label="Settings"
          className="mb-6"
          tabs={tabs.map(({ href, label }) => ({ link: <Link href={href} />, label, active: path === href }))}
        />
        {children}
      </PanelBody>
    </ConsolePage>
  );
}
