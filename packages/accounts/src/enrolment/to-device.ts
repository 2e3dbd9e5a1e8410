/** A device as its owner and the console see it. Pure. */
import type { DeviceRow } from "@rollcall/db";
import type { Actor } from "../access/authorise";
import { isAbove, may } from "../access/permissions";
import { platformNames } from "./recognise-platform";
import type { DeviceItem, MyDevice } from "./types";

export function toMyDevice(row: DeviceRow): MyDevice {
  return {
    id: String(row.id),
    name: row.name,
    platform: row.platform,
    platformName: platformNames[row.platform],
    state: row.state,
    policy: row.policyName === null ? null : { name: row.policyName, rules: row.policyRules ?? [] },
    enrolledAt: row.enrolledAt,
    lastSeenAt: row.lastSeenAt,
  };
}

export function toDeviceItem(row: DeviceRow, actor: Actor): DeviceItem {
  const reach = may(actor, "devices.write") && !isAbove(row, actor);
  return {
    ...toMyDevice(row),
    accountId: String(row.accountId),
    personName: row.personName,
    address: row.email,
    userAgent: row.userAgent,
    removedAt: row.removedAt,
    may: { remove: reach && row.state !== "REMOVED", markLost: reach && row.state === "ENROLLED" },
  };
}
