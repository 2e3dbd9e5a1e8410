// Finds the browser that tests drive, or installs Debian's. It never downloads a browser build of its own.
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runChild } from "./child.mjs";
import { Stop } from "./stop.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a browser that can be run: CHROMIUM_PATH, else the usual places; null when there is none. */
function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined && wanted !== "") {
    if (canRun(wanted)) return wanted;
    throw new Stop(`CHROMIUM_PATH is ${wanted}, which is no program that can be run.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...folders, "/usr/bin", "/snap/bin"].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  return [...candidates, ...places].find((path) => canRun(path)) ?? null;
}

/** `findChromium`, installing the package `chromium` with apt-get when there is none and we may. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  const how = aptPrefix();
  if (how === null) {
    throw new Stop(
      "the end-to-end tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH.",
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const words of [
    ["update"],
    ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
  ]) {
    const [command, ...rest] = [...how, "apt-get", "-q", ...words];
    const code = await runChild(command, rest, { env });
    if (code !== 0)
      throw new Stop(`apt-get ${words[0]} failed (exit code ${code}), so there is no Chromium to test with.`);
  }
  const installed = findChromium();
  if (installed === null) throw new Stop("apt-get installed chromium, but no program of that name is there.");
  return installed;
}

/** What to write before apt-get: nothing as root, sudo where it asks for no password; null when we may not install. */
function aptPrefix() {
  if (!canRun("/usr/bin/apt-get")) return null;
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return ["sudo", "-n"];
  } catch {
    return null;
  }
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
