"use client";
/** What every page stands in: the data cache, toasts, and how the reader reads. */
import { ToastProvider } from "@rollcall/ui";
import type { ReactNode } from "react";
import { DataProvider } from "../../trpc/client";
import type { Preferences } from "./preferences";
import { ReaderProvider } from "./reader";

export function Providers({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  return (
    <ReaderProvider preferences={preferences}>
      <DataProvider>
        <ToastProvider>{children}</ToastProvider>
      </DataProvider>
    </ReaderProvider>
  );
}
