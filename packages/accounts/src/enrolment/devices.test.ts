import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AdminRole } from "../access/permissions";
import { codeOf, play, run, value, type Part, type Player } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { deviceCounts, listDevices, markDeviceLost, removeDevice } from "./devices";
import { listMyDevices, removeMyDevice, renameMyDevice, reportMyDeviceLost } from "./my-devices";
import type { DevicePlatform, DeviceState } from "./types";

let given: TestContext;
let reader: Player;
beforeAll(async () => {
  given = await openTestContext();
  await play(given, "MASTER");
  reader = await play(given, "GATEWAY");
});
afterAll(() => given.close());

async function device(
  owner: { id: string },
  given_: { name?: string; platform?: DevicePlatform; state?: DeviceState } = {},
): Promise<string> {
  const [row] = await run<{ id: string }>(
    given,
    `INSERT INTO device (account_id, name, platform, state) VALUES ($1, $2, $3::"DevicePlatform", $4::"DeviceState") RETURNING id`,
    owner.id,
    given_.name ?? "Phone",
    given_.platform ?? "ANDROID",
    given_.state ?? "ENROLLED",
  );
  return row!.id;
}

async function eventsOf(accountId: string): Promise<unknown[]> {
  return run(
    given,
    `SELECT action, data FROM audit_event WHERE subject_id = $1 AND action LIKE 'device.%' ORDER BY id`,
    accountId,
  );
}

describe("one's own devices", () => {
  test("are renamed, reported lost and removed by their owner; each once on the record", async () => {
    const player = await play(given, "USER");
    const deviceId = await device(player);
    value(await renameMyDevice(player.context, { deviceId, name: "  Blue phone " }));
    value(await renameMyDevice(player.context, { deviceId, name: "Blue phone" }));
    expect(value(await listMyDevices(player.context))).toMatchObject([{ id: deviceId, name: "Blue phone" }]);
    value(await reportMyDeviceLost(player.context, { deviceId }));
    value(await reportMyDeviceLost(player.context, { deviceId }));
    expect(value(await listMyDevices(player.context))).toMatchObject([{ state: "LOST" }]);
    value(await removeMyDevice(player.context, { deviceId }));
    value(await removeMyDevice(player.context, { deviceId }));
    expect(value(await listMyDevices(player.context))).toEqual([]);
    expect(await eventsOf(player.id)).toEqual([
      { action: "device.renamed", data: { deviceId, from: "Phone", to: "Blue phone" } },
      { action: "device.lost", data: { deviceId, device: "Blue phone" } },
      { action: "device.removed", data: { deviceId, device: "Blue phone", was: "LOST" } },
    ]);
    expect(codeOf(await renameMyDevice(player.context, { deviceId, name: "Again" }))).toBe("wrong-state");
    expect(codeOf(await reportMyDeviceLost(player.context, { deviceId }))).toBe("wrong-state");
  });

  test("are nobody else's, not even an administrator's here", async () => {
    const owner = await play(given, "USER");
    const deviceId = await device(owner);
    for (const part of ["USER", "MASTER"] as const) {
      const other = await play(given, part);
      expect(codeOf(await renameMyDevice(other.context, { deviceId, name: "Mine" }))).toBe("not-found");
      expect(codeOf(await reportMyDeviceLost(other.context, { deviceId }))).toBe("not-found");
      expect(codeOf(await removeMyDevice(other.context, { deviceId }))).toBe("not-found");
      expect(value(await listMyDevices(other.context))).toEqual([]);
    }
    expect(codeOf(await removeMyDevice(owner.context, { deviceId: "x" }))).toBe("not-found");
  });

  test.each([
    ["", "  "],
    ["long", "x".repeat(101)],
    ["control", "a\nb"],
  ])("have a name of one line: %s", async (_why, name) => {
    const player = await play(given, "USER");
    const deviceId = await device(player);
    expect(codeOf(await renameMyDevice(player.context, { deviceId, name }))).toBe("invalid");
  });
});

describe("everybody's devices", () => {
  test("go newest first, in pages, by owner, platform, state and words", async () => {
    const owner = await play(given, "USER");
    const other = await play(given, "USER");
    const ids = [
      await device(owner, { name: "Zebra scanner", platform: "ANDROID" }),
      await device(owner, { name: "Tablet", platform: "IPADOS", state: "LOST" }),
      await device(owner, { name: "Old", platform: "LINUX", state: "REMOVED" }),
      await device(other, { name: "Zebra 2", platform: "WINDOWS" }),
    ];
    const list = async (input: Partial<Parameters<typeof listDevices>[1]>) =>
      value(await listDevices(reader.context, { limit: 50, ...input })).items.map((item) => item.id);
    const first = value(await listDevices(reader.context, { accountId: owner.id, limit: 2 }));
    const rest = await list({ accountId: owner.id, cursor: first.nextCursor! });
    expect([...first.items.map((item) => item.id), ...rest]).toEqual([ids[2], ids[1], ids[0]]);
    expect(first.items[1]).toMatchObject({
      personName: owner.name,
      address: owner.email,
      platformName: "iPad",
      may: { remove: true, markLost: false },
    });
    expect(await list({ accountId: owner.id, platform: "ANDROID" })).toEqual([ids[0]]);
    expect(await list({ accountId: owner.id, state: "LOST" })).toEqual([ids[1]]);
    expect(await list({ search: "ZEBRA" })).toEqual([ids[3], ids[0]]);
    expect(await list({ search: other.email })).toEqual([ids[3]]);
    expect(await list({ search: "100%_'" })).toEqual([]);
    expect(await list({ accountId: "x" })).toEqual([]);
    expect(codeOf(await listDevices(reader.context, { limit: 1, cursor: "x" }))).toBe("invalid");
  });

  test("are counted by platform", async () => {
    const { platforms, lost } = value(await deviceCounts(reader.context));
    await device(reader, { platform: "MACOS" });
    await device(reader, { platform: "MACOS", state: "LOST" });
    await device(reader, { platform: "MACOS", state: "REMOVED" });
    expect(value(await deviceCounts(reader.context))).toEqual({
      platforms: { ...platforms, MACOS: platforms.MACOS + 1 },
      lost: lost + 1,
    });
  });

  const who: [AdminRole, Part, string][] = [
    ["GATEWAY", "USER", "done"],
    ["GATEWAY", "GATEWAY", "done"],
    ["GATEWAY", "HELPDESK", "role-above-yours"],
    ["HELPDESK", "USER", "forbidden"],
    ["BASIC", "USER", "done"],
    ["BASIC", "MASTER", "role-above-yours"],
    ["MASTER", "MASTER", "done"],
  ];
  test.each(who)("%s acts on the device of %s: %s", async (part, ownerPart, code) => {
    const owner = await play(given, ownerPart);
    const actor = await play(given, part);
    const deviceId = await device(owner);
    expect(codeOf(await markDeviceLost(actor.context, { deviceId }))).toBe(code);
    expect(codeOf(await removeDevice(actor.context, { deviceId }))).toBe(code);
    const [row] = await run<{ state: string }>(
      given,
      "SELECT state::text FROM device WHERE id = $1",
      deviceId,
    );
    expect(row!.state).toBe(code === "done" ? "REMOVED" : "ENROLLED");
    expect(await eventsOf(owner.id)).toHaveLength(code === "done" ? 2 : 0);
    if (code === "done")
      expect(codeOf(await markDeviceLost(actor.context, { deviceId }))).toBe("wrong-state");
  });
});
