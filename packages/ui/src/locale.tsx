"use client";
// The reader's language and time zone, said once by the app so that server and browser write the same text.
import { createContext, use } from "react";
import type { ReactNode } from "react";

export interface ReaderLocale {
  /** BCP 47, e.g. "en-GB"; undefined is the runtime's own. */
  locale?: string | undefined;
  /** IANA, e.g. "Europe/Oslo"; undefined is the runtime's own. */
  timeZone?: string | undefined;
}

const LocaleContext = createContext<ReaderLocale>({});

/** Put it once around the app, with what the request says. */
export function LocaleProvider({ locale, timeZone, children }: ReaderLocale & { children: ReactNode }) {
  return <LocaleContext value={{ locale, timeZone }}>{children}</LocaleContext>;
}

/** The reader's language and time zone. */
export function useReaderLocale(): ReaderLocale {
  return use(LocaleContext);
}
