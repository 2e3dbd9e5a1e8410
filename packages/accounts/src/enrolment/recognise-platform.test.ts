import { expect, test } from "vitest";
import { recognisePlatform } from "./recognise-platform";

const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1";
const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0";

test.each([
  ["an iPhone", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${safari} Mobile/15E148`, 5, "IOS"],
  ["an iPod", `Mozilla/5.0 (iPod touch; CPU iPhone OS 12_5 like Mac OS X) ${safari}`, 5, "IOS"],
  ["an iPad that says so", `Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) ${safari}`, 5, "IPADOS"],
  ["an iPad that says it is a Mac", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, 5, "IPADOS"],
  ["a Mac", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, 0, "MACOS"],
  [
    "a Mac, or an iPad that hides",
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`,
    null,
    "MACOS",
  ],
  ["an Android phone", `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`, 5, "ANDROID"],
  [
    "an Android with Firefox",
    "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0",
    5,
    "ANDROID",
  ],
  ["Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, 0, "WINDOWS"],
  ["Windows with a touch screen", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 10, "WINDOWS"],
  [
    "a Windows Phone, which names all the others",
    "Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; like iPhone OS 7_0_3 Mac OS X AppleWebKit/537)",
    5,
    "WINDOWS",
  ],
  ["Linux", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`, 0, "LINUX"],
  ["a Chromebook", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`, 0, "OTHER"],
  ["a television", `Mozilla/5.0 (Linux; Tizen 2.3; SmartTV) ${chrome}`, 0, "OTHER"],
  ["a program", "curl/8.5.0", null, "OTHER"],
  ["nothing", "", null, "OTHER"],
  ["no header", null, null, "OTHER"],
] as const)("%s", (_what, userAgent, touchPoints, platform) => {
  expect(recognisePlatform(userAgent, touchPoints)).toBe(platform);
});
