/** What kind of device a browser runs on, from what it says of itself. A guess that its user may correct. Pure. */
import type { DevicePlatform } from "./types";

/**
 * `touchPoints` is the browser's navigator.maxTouchPoints: an iPad says that it is a Mac, but no Mac has a touch screen.
 * OTHER for what is unknown, or no browser at all.
 */
export function recognisePlatform(
  userAgent: string | null,
  touchPoints: number | null = null,
): DevicePlatform {
  const text = userAgent ?? "";
  // First, since Windows Phone names all the others too.
  if (/Windows/i.test(text)) return "WINDOWS";
  if (/iPad/i.test(text)) return "IPADOS";
  if (/iPhone|iPod/i.test(text)) return "IOS";
  if (/Macintosh|Mac OS X/i.test(text)) return touchPoints !== null && touchPoints > 1 ? "IPADOS" : "MACOS";
  if (/OpenHarmony|CrOS|Tizen|Web0S|webOS|SmartTV|KAIOS/i.test(text)) return "OTHER";
  // Before Linux, which Android names too.
  if (/Android/i.test(text)) return "ANDROID";
  return /Linux|X11/i.test(text) ? "LINUX" : "OTHER";
}

export const platformNames = {
  IOS: "iPhone",
  IPADOS: "iPad",
  MACOS: "Mac",
  ANDROID: "Android",
  WINDOWS: "Windows",
  LINUX: "Linux",
  OTHER: "Other",
} as const satisfies Record<DevicePlatform, string>;
