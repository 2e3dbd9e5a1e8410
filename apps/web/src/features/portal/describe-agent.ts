/** A browser in words, from the name it gives itself. Rough on purpose: enough to know one's own again. Pure. */
export interface AgentWords {
  name: string;
  phone: boolean;
}

const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

export function describeAgent(userAgent: string | null): AgentWords {
  const agent = userAgent ?? "";
  const find = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  const name =
    browser === undefined
      ? (system ?? "Unknown browser")
      : system === undefined
        ? browser
        : `${browser} on ${system}`;
  return { name, phone: /Mobi|iPhone/.test(agent) };
}
