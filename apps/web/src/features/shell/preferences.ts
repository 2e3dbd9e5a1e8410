/**
 * What a reader prefers, kept in cookies so that the first paint is right: folded navigation, time zone. The language of
 * dates and numbers comes from the browser's Accept-Language. (The theme is remembered by packages/ui.) Pure.
 */
export interface Preferences {
  /** the navigation is folded to a rail */
  rail: boolean;
  /** BCP 47; for dates and numbers only, words are English */
  locale: string;
  /** IANA name; "UTC" until the browser has told us */
  timeZone: string;
  /** the keyboard has ⌘ rather than Ctrl */
  apple: boolean;
  /** probably a phone; the width of the window decides once it is known */
  phone: boolean;
}

export const preferenceCookies = {
  rail: "rollcall.rail",
  timeZone: "rollcall.zone",
} as const;

export function readPreferences(
  cookie: (name: string) => string | undefined,
  header: (name: string) => string | null,
): Preferences {
  const agent = header("user-agent") ?? "";
  return {
    rail: cookie(preferenceCookies.rail) === "1",
    locale: readLocale(header("accept-language")),
    timeZone: readTimeZone(cookie(preferenceCookies.timeZone)),
    apple: /Mac|iPhone|iPad/.test(agent),
    phone: /Mobi/.test(agent),
  };
}

/** The first language that this server can format for; British English, the language of the screens, when none. */
export function readLocale(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.split(";", 1)[0]?.trim() ?? "");
  for (const tag of wanted) {
    try {
      const [known] = tag === "" || tag === "*" ? [] : Intl.DateTimeFormat.supportedLocalesOf([tag]);
      if (known !== undefined) return known;
    } catch {
      // not a language tag: the next one may be
    }
  }
  return "en-GB";
}

/** The zone when it is one that can be formatted, else UTC. */
export function readTimeZone(value: string | undefined): string {
  if (value === undefined) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: decodeURIComponent(value) }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
