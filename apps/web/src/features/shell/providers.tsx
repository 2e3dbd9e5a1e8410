"use client";
/** What every page stands in: the data cache, toasts, and how the reader reads. */
import { ToastProvider } from "@rollcall/ui";
import type { ReactNode } from "react";
import { DataProvider } from "../../trpc/client";
import type { Preferences } from "./preferences";
import { ReaderProvider } from "./reader";
import { ThemeProvider } from "./theme";

export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  return (
    <ReaderProvider preferences={preferences}>
      <ThemeProvider initial={preferences.theme}>
        <DataProvider>
          <ToastProvider>{children}</ToastProvider>
        </DataProvider>
      </ThemeProvider>
    </ReaderProvider>
  );
}
