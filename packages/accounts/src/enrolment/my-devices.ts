/** The caller's own devices. Nobody sees or changes another one's here. */
import { listDevicesOf, lockDevice } from "@rollcall/db";
import { authorisePerson } from "../access/authorise";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { changeDevice, type DeviceChange } from "./change-device";
import { deviceNameFault } from "./device-name";
import { toMyDevice } from "./to-device";
import type { MyDevice } from "./types";

/** Those that were not removed, newest first. */
export async function listMyDevices(context: Context): Promise<Result<MyDevice[]>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  const rows = await listDevicesOf(context.database, gate.value.accountId);
  return done(rows.map(toMyDevice));
}

/** 1 to 100 characters. Refuses `not-found` for a device that is not the caller's. */
export async function renameMyDevice(
  context: Context,
  input: { deviceId: string; name: string },
): Promise<Result<null>> {
  const fault = deviceNameFault(input.name);
  const change = { kind: "rename", name: input.name.trim() } as const;
  return onMine(context, input.deviceId, change, fault === null ? {} : { name: fault });
}

/** It stays on the organisation's record as removed. */
export async function removeMyDevice(context: Context, input: { deviceId: string }): Promise<Result<null>> {
  return onMine(context, input.deviceId, { kind: "remove" });
}

export async function reportMyDeviceLost(
  context: Context,
  input: { deviceId: string },
): Promise<Result<null>> {
  return onMine(context, input.deviceId, { kind: "lost" });
}

async function onMine(
  context: Context,
  deviceId: string,
  change: DeviceChange,
  faults: Record<string, string> = {},
): Promise<Result<null>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  if (Object.keys(faults).length > 0) return refuse({ code: "invalid", fields: faults });
  const none = refuse({ code: "not-found", what: "device" });
  const id = parseId(deviceId);
  if (id === null) return none;
  return transact(
    context,
    async (tx) => {
      const device = await lockDevice(tx, id);
      if (device?.accountId !== gate.value.accountId) return none;
      return changeDevice(context, tx, gate.value, device, change);
    },
    { what: "This device" },
  );
}
