/** What can happen to an enrolled device, for its owner and for administrators alike. Who may, callers have decided. */
import {
  appendAudit,
  writeDeviceName,
  writeDeviceState,
  type AuditEntry,
  type DeviceRow,
  type Transaction,
} from "@rollcall/db";
import type { Actor } from "../access/authorise";
import type { AuditAction } from "../audit/actions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";

export type DeviceChange = { kind: "rename"; name: string } | { kind: "lost" } | { kind: "remove" };

/** A device that is so already is no change; one that was removed can only be removed (`wrong-state`). */
export async function changeDevice(
  context: Context,
  tx: Transaction,
  actor: Actor,
  device: DeviceRow,
  change: DeviceChange,
): Promise<Result<null>> {
  const event = (action: AuditAction, data: Record<string, unknown>): AuditEntry =>
    auditEntry(context, actor, action, accountSubject({ id: device.accountId, name: device.personName }), {
      deviceId: String(device.id),
      ...data,
    });
  if (change.kind === "remove") {
    if (device.state === "REMOVED") return done(null);
    await writeDeviceState(tx, device.id, "REMOVED");
    await appendAudit(tx, event("device.removed", { device: device.name, was: device.state }));
    return done(null);
  }
  if (device.state === "REMOVED") return refuse({ code: "wrong-state", what: "device", state: "removed" });
  if (change.kind === "lost") {
    if (device.state === "LOST") return done(null);
    await writeDeviceState(tx, device.id, "LOST");
    await appendAudit(tx, event("device.lost", { device: device.name }));
    return done(null);
  }
  if (device.name === change.name) return done(null);
  await writeDeviceName(tx, device.id, change.name);
  await appendAudit(tx, event("device.renamed", { from: device.name, to: change.name }));
  return done(null);
}
