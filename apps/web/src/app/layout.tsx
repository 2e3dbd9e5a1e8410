/**
 * The document around every page. Rendered for each request, so that the nonce fits, and with the reader's theme
 * and time zone, so that nothing jumps when the page wakes up.
 */
import "./globals.css";
import { ThemeScript } from "@rollcall/ui";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "../features/shell/providers";
import { readPreferences } from "../features/shell/preferences";
import { mono, sans } from "./fonts";

export const metadata: Metadata = {
  title: { default: "Rollcall", template: "%s · Rollcall" },
  description: "The console in which an organisation keeps its people's accounts.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const preferences = readPreferences(
    (name) => jar.get(name)?.value,
    (name) => head.get(name),
  );
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={head.get("x-nonce") ?? undefined} />
      </head>
      <body>
        <Providers preferences={preferences}>{children}</Providers>
      </body>
    </html>
  );
}
