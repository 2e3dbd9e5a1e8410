/** Everybody's devices, for the console: a page of them, removing one, marking one lost, and how many of each platform. */
import {
  countDevices,
  findMatchingAccounts,
  listDeviceRows,
  lockDevice,
  type DeviceFilter,
} from "@rollcall/db";
import { authorise, authoriseAgain } from "../access/authorise";
import { isAbove, roleName } from "../access/permissions";
import type { Context } from "../context";
import { pageSize, readIdCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { holdFigures } from "../organisation/hold-figures";
import { withoutControls } from "../people/check-fields";
import { searchWords } from "../people/search-words";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { changeDevice, type DeviceChange } from "./change-device";
import { toDeviceItem } from "./to-device";
import type { DeviceCounts, DevicePage, ListDevicesInput } from "./types";

const scope = "devices";
/** A search finds the devices of this many people at most, and all whose own name holds it. */
const mostPeople = 1_000;

/** Newest first. A filter by something that does not exist finds nothing. */
export async function listDevices(context: Context, input: ListDevicesInput): Promise<Result<DevicePage>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const before = readIdCursor(scope, input.cursor);
  if (!before.ok) return before;
  const accountId = input.accountId === undefined ? null : parseId(input.accountId);
  if (input.accountId !== undefined && accountId === null) return done({ items: [], nextCursor: null });
  const size = pageSize(input.limit);
  const rows = await listDeviceRows(context.database, {
    accountId,
    platform: input.platform ?? null,
    state: input.state ?? null,
    search: await readSearch(context, input.search),
    before: before.value,
    limit: size + 1,
  });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const nextCursor = rows.length > size && last !== undefined ? writeCursor(scope, [String(last.id)]) : null;
  return done({ items: shown.map((row) => toDeviceItem(row, gate.value)), nextCursor });
}

async function readSearch(context: Context, search: string | undefined): Promise<DeviceFilter["search"]> {
  const words = searchWords(search);
  if (words === null) return null;
  const ownerIds = words.length === 0 ? [] : await findMatchingAccounts(context.database, words, mostPeople);
  return {
    text: withoutControls(search ?? "")
      .trim()
      .slice(0, 200),
    ownerIds,
  };
}

/** It stays on the record as removed. Refuses `role-above-yours` for the device of somebody above. */
export async function removeDevice(context: Context, input: { deviceId: string }): Promise<Result<null>> {
  return onDevice(context, input.deviceId, { kind: "remove" });
}

/** Refuses `wrong-state` once it was removed. */
export async function markDeviceLost(context: Context, input: { deviceId: string }): Promise<Result<null>> {
  return onDevice(context, input.deviceId, { kind: "lost" });
}

async function onDevice(context: Context, deviceId: string, change: DeviceChange): Promise<Result<null>> {
  const gate = await authorise(context, "devices.write");
  if (!gate.ok) return gate;
  const none = refuse({ code: "not-found", what: "device" });
  const id = parseId(deviceId);
  if (id === null) return none;
  return transact(
    context,
    async (tx) => {
      const again = await authoriseAgain(context, tx, "devices.write");
      if (!again.ok) return again;
      const device = await lockDevice(tx, id);
      if (device === null) return none;
      if (isAbove(device, again.value)) return refuse({ code: "role-above-yours", role: roleName(device) });
      return changeDevice(context, tx, again.value, device, change);
    },
    { what: "This device" },
  );
}

/** For the overview; of a large organisation they may be some seconds old. */
export async function deviceCounts(context: Context): Promise<Result<DeviceCounts>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const { database } = context;
  const counts = await holdFigures(database, "devices", () => countDevices(database));
  const platforms = { IOS: 0, IPADOS: 0, MACOS: 0, ANDROID: 0, WINDOWS: 0, LINUX: 0, OTHER: 0 };
  let lost = 0;
  for (const { platform, state, devices } of counts) {
    if (state === "LOST") lost += devices;
    else platforms[platform] += devices;
  }
  return done({ platforms, lost });
}
