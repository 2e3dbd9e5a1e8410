/** What a device may be called until its owner says otherwise. Pure. */
import type { DevicePlatform } from "@rollcall/accounts";

const things = {
  IOS: "iPhone",
  IPADOS: "iPad",
  MACOS: "Mac",
  ANDROID: "phone",
  WINDOWS: "computer",
  LINUX: "computer",
  OTHER: "device",
} as const satisfies Record<DevicePlatform, string>;

/** "Thabo's iPhone". The first word of the name; what is no name at all gives "My iPhone". */
export function suggestedName(personName: string, platform: DevicePlatform): string {
  const first = personName.trim().split(/\s+/)[0] ?? "";
  const thing = things[platform];
  if (first === "" || first.includes("@") || first.length > 60) return `My ${thing}`;
  return `${first}${/s$/i.test(first) ? "’" : "’s"} ${thing}`;
}

/** Other names that are one press away. */
export function otherNames(platform: DevicePlatform): string[] {
  switch (platform) {
    case "IOS":
    case "ANDROID":
      return ["Work phone", "Private phone"];
    case "IPADOS":
      return ["Work tablet", "Private tablet"];
    case "MACOS":
    case "WINDOWS":
    case "LINUX":
      return ["Work computer", "Private computer"];
    case "OTHER":
      return ["Work device", "Private device"];
  }
}

/** The word for it in a sentence: "this iPhone". */
export function thingOf(platform: DevicePlatform): string {
  return things[platform];
}
