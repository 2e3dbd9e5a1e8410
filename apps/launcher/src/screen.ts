/**
 * What the launcher says to the person who started it. Pure: it makes text, others write it.
 */
import { relative } from "node:path";
import type { Settings } from "@rollcall/settings";

export interface Greeting {
  settings: Settings;
  /** null when there is an administrator */
  setUpUrl: string | null;
  embedded: boolean;
  root: string;
  /** milliseconds since the start */
  took: number;
}

/** Printed once, when everything answers. */
export function greeting({ settings, setUpUrl, embedded, root, took }: Greeting): string {
  const rows: [string, string][] = [];
  if (settings.role !== "worker") rows.push(["Address", settings.appUrl]);
  if (setUpUrl !== null) rows.push(["Set-up link", setUpUrl]);
  if (embedded) rows.push(["Data", shorter(settings.dataDir, root)]);
  if (settings.mailUrl === "outbox:")
    rows.push(["Mail", "kept here, not sent (read it in the console under Mail; MAIL_URL sends it)"]);
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}   ${value}`);
  const title = `Rollcall is running${what(settings.role)} (ready in ${(took / 1000).toFixed(1)} s).`;
  const hint =
    setUpUrl === null ? [] : ["", "  Open the set-up link to make the first administrator. It works once."];
  return ["", title, "", ...lines, ...hint, "", "  Ctrl-C stops it.", ""].join("\n");
}

function what(role: Settings["role"]): string {
  switch (role) {
    case "all":
      return "";
    case "web":
      return ", the web only";
    case "worker":
      return ", a worker only";
  }
}

/** A path below the checkout is shown from there. */
function shorter(path: string, root: string): string {
  const inside = relative(root, path);
  return inside === "" || inside.startsWith("..") ? path : inside;
}
