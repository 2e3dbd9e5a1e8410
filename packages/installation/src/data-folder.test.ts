import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findSecret, makeDataFolder, readOrMakeSecret } from "./data-folder";
import { InstallationError } from "./installation-error";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rollcall-installation-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("the secret is made once, for its owner only, and read ever after", async () => {
  const secret = await readOrMakeSecret(folder);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(await readOrMakeSecret(folder)).toBe(secret);
});

test("the secret is found where there is one, and not made where there is none", async () => {
  expect(await findSecret(folder)).toBeNull();
  expect(await findSecret(join(folder, "nowhere"))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  expect(await readOrMakeSecret(folder)).toBe(await findSecret(folder));
});

test("of many processes that come at once, all get the same secret and nothing half-made stays", async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrMakeSecret(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(readdirSync(folder)).toEqual(["secret"]);
});

test("a damaged secret is refused, never replaced: what it sealed would be lost", async () => {
  writeFileSync(join(folder, "secret"), "short\n");
  await expect(readOrMakeSecret(folder)).rejects.toThrow(InstallationError);
  await expect(readOrMakeSecret(folder)).rejects.toThrow("is damaged");
});

test("the data folder is made with those above it, and nobody else may list it", async () => {
  const dataDir = join(folder, "a", "b");
  await makeDataFolder(dataDir);
  expect(statSync(dataDir).mode & 0o066).toBe(0);
});

test("a file where the data folder should be is told as such", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(makeDataFolder(file)).rejects.toThrow("which is a file and not a folder");
});
