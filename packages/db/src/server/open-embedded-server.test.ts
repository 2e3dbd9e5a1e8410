import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openEmbeddedServer, type EmbeddedServer } from "./open-embedded-server";
import { isRunning } from "./process-identity";
import { findOrphans, findPostmaster, readPidFile } from "./running-servers";
import { homeFolderOf } from "./server-home";
import { temporaryFolder } from "./temporary-server";
import { Opener } from "./testing/opener";

/** A process that ended by itself meanwhile, as children of a killed server do, needs no killing. */
function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

describe("openEmbeddedServer", () => {
  let dataDir: string;
  const opened: EmbeddedServer[] = [];
  const children: Opener[] = [];

  /** Making a database is most of a test's time, so all but those about making it begin with a copy of one. */
  let made: string;
  beforeAll(async () => {
    made = await temporaryFolder();
    await (
      await openEmbeddedServer({ dataDir: made, log: () => undefined, settings: { fsync: "off" } })
    ).close();
  });
  afterAll(() => rm(made, { recursive: true, force: true }));

  beforeEach(async () => {
    dataDir = await temporaryFolder();
    execFileSync("cp", ["-a", `${made}/.`, dataDir]);
  });
  const beginEmpty = async () => {
    await rm(dataDir, { recursive: true, force: true });
    dataDir = await temporaryFolder();
  };
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill()));
    await Promise.all(opened.splice(0).map((server) => server.close()));
    // A test that left a server behind (its openers were killed) has it stopped in good order here.
    if (await findPostmaster(cluster()).catch(() => null)) await (await open()).close();
    opened.length = 0;
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const cluster = () => join(dataDir, "postgres");
  const postmaster = async () => (await findPostmaster(cluster()))?.pid ?? null;

  async function open(log: (line: string) => void = () => undefined): Promise<EmbeddedServer> {
    const server = await openEmbeddedServer({ dataDir, log, settings: { fsync: "off" } });
    opened.push(server);
    return server;
  }
  function openElsewhere(options: { uid?: number } = {}): Opener {
    const child = Opener.start(dataDir, options);
    children.push(child);
    return child;
  }

  describe("by itself", () => {
    test("serves a database that is there again after close and open, and leaves no process", async () => {
      await beginEmpty();
      const first = await open();
      await query(first.url, "create table kept (n int); insert into kept values (1)");
      const pid = await postmaster();
      await first.close();
      expect(pid).not.toBeNull();
      expect(await isRunning(pid!)).toBe(false);
      const second = await open();
      expect(await query(second.url, "select n from kept")).toEqual([{ n: 1 }]);
    });

    test("closes twice without harm, because a signal and an end may both ask for it", async () => {
      const server = await open();
      await Promise.all([server.close(), server.close()]);
      expect(await postmaster()).toBeNull();
    });

    test("is reached on loopback with the password alone, and keeps that to its owner", async () => {
      const { url } = await open();
      const wrong = new URL(url);
      wrong.password = "guess";
      await expect(query(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
      expect(
        await settings(url, "listen_addresses", "unix_socket_directories", "password_encryption"),
      ).toEqual(["127.0.0.1", "", "scram-sha-256"]);
      expect((await stat(join(dataDir, "postgres.json"))).mode & 0o777).toBe(0o600);
      expect((await stat(cluster())).mode & 0o777).toBe(0o700);
    });

    test("keeps checksums and sorts by rules that no update of the system changes", async () => {
      const { url } = await open();
      expect(await settings(url, "data_checksums", "server_encoding", "jit")).toEqual(["on", "UTF8", "off"]);
      expect(
        await query(
          url,
          "select datlocprovider, datlocale from pg_database where datname = current_database()",
        ),
      ).toEqual([{ datlocprovider: "b", datlocale: "C.UTF-8" }]);
    });

    test("takes an administrator's own settings from local.conf", async () => {
      await writeFile(join(cluster(), "local.conf"), "work_mem = '7MB'\n");
      expect(await settings((await open()).url, "work_mem")).toEqual(["7MB"]);
    });
  });

  describe("several at once", () => {
    test("two openers of one process share a server until both closed", async () => {
      const [one, other] = await Promise.all([open(), open()]);
      expect(one.url).toBe(other.url);
      await one.close();
      expect(await query(other.url, "select 1 as n")).toEqual([{ n: 1 }]);
      await other.close();
      expect(await postmaster()).toBeNull();
    });

    test("a command that runs beside the app uses its server and does not stop it", async () => {
      const app = openElsewhere();
      const url = await app.url();
      const command = await open();
      expect(command.url).toBe(url);
      await command.close();
      expect(await query(url, "select 1 as n")).toEqual([{ n: 1 }]);
      await app.close();
      expect(await postmaster()).toBeNull();
    });

    test("an app that started while a command ran keeps the server that the command had started", async () => {
      const command = await open();
      const app = openElsewhere();
      expect(await app.url()).toBe(command.url);
      await command.close();
      expect(await query(await app.url(), "select 1 as n")).toEqual([{ n: 1 }]);
      await app.close();
      expect(await postmaster()).toBeNull();
    });

    test("three processes that open an empty data folder at once make one database", async () => {
      await beginEmpty();
      const all = [openElsewhere(), openElsewhere(), openElsewhere()];
      const urls = new Set(await Promise.all(all.map((child) => child.url())));
      expect(urls.size).toBe(1);
      await Promise.all(all.map((child) => child.close()));
      expect(await postmaster()).toBeNull();
    });

    test("a Ctrl-C in the terminal reaches the opener, which closes in order; not the server behind its back", async () => {
      const app = openElsewhere();
      const url = await app.url();
      await query(url, "create table t (n int)");
      app.interruptGroup();
      await app.ended();
      expect(await postmaster()).toBeNull();
      expect(await readFile(join(dataDir, "postgres.log"), "utf8")).not.toContain("not properly shut down");
      expect(await query((await open()).url, "select count(*)::int as n from t")).toEqual([{ n: 0 }]);
    });
  });

  describe("after a crash", () => {
    test("kill -9 of everything: what was committed is there, what was not is not", async () => {
      const app = openElsewhere();
      const url = await app.url();
      await query(url, "create table kept (n int); insert into kept values (1)");
      const half = new pg.Client({ connectionString: url });
      half.on("error", () => undefined);
      await half.connect();
      await half.query("begin; insert into kept values (2)");
      await app.kill();
      // The server first: its children end by themselves as soon as they notice, perhaps before their turn comes.
      for (const pid of [(await postmaster())!, ...(await findOrphans(cluster()))]) killHard(pid);
      expect(await readPidFile(cluster())).not.toBeNull();
      expect(await query((await open()).url, "select n from kept")).toEqual([{ n: 1 }]);
    });

    test("kill -9 of the server alone: it comes back under its openers at the same address", async () => {
      const lines: string[] = [];
      let back: () => void = () => undefined;
      const returned = new Promise<void>((resolve) => (back = resolve));
      const server = await open((line) => {
        lines.push(line);
        if (line === "The database is back.") back();
      });
      await query(server.url, "create table kept (n int); insert into kept values (1)");
      // A statement that looks neither left nor right keeps its process, and the shared memory, alive.
      const busy = new pg.Client({ connectionString: server.url });
      busy.on("error", () => undefined);
      await busy.connect();
      const work = busy.query("select count(*) from generate_series(1, 200000000)").catch(() => null);
      process.kill((await postmaster())!, "SIGKILL");
      await returned;
      await work;
      expect(lines).toEqual(["The database went away; bringing it back.", "The database is back."]);
      expect(await query(server.url, "select n from kept")).toEqual([{ n: 1 }]);
      await server.close();
      expect(await postmaster()).toBeNull();
    });

    test("told to stop by somebody else, it comes back, though those who are connected would keep it stopping for ever", async () => {
      const lines: string[] = [];
      let back: () => void = () => undefined;
      const returned = new Promise<void>((resolve) => (back = resolve));
      const server = await open((line) => {
        lines.push(line);
        if (line === "The database is back.") back();
      });
      const before = await postmaster();
      const idle = new pg.Client({ connectionString: server.url });
      idle.on("error", () => undefined);
      await idle.connect();
      process.kill(before!, "SIGTERM");
      await returned;
      expect(lines).toEqual(["The database went away; bringing it back.", "The database is back."]);
      expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(await postmaster()).not.toBe(before);
    });

    test("a database that was removed under its opener is reported lost, never replaced by an empty one", async () => {
      const lost = new Promise<Error>((resolve) => {
        const options = { dataDir, log: () => undefined, settings: { fsync: "off" }, onLost: resolve };
        void openEmbeddedServer(options).then(async (server) => {
          opened.push(server);
          const pid = await postmaster();
          await rm(cluster(), { recursive: true, force: true, maxRetries: 5 });
          process.kill(pid!, "SIGKILL");
        });
      });
      expect((await lost).message).toMatch(/was removed while it was in use/);
      expect(await readdir(dataDir)).not.toContain("postgres");
    });

    test("kill -9 of the opener: the next one adopts the running server and stops it at its end", async () => {
      const app = openElsewhere();
      await app.url();
      const pid = await postmaster();
      await app.kill();
      const next = await open();
      expect(await postmaster()).toBe(pid);
      await next.close();
      expect(await isRunning(pid!)).toBe(false);
    });

    test("kill -9 in the middle of making the database: it is made anew", async () => {
      await beginEmpty();
      const app = openElsewhere();
      await halfMade(dataDir);
      await app.kill();
      expect(await readdir(dataDir)).not.toContain("postgres");
      const server = await open();
      expect(await query(server.url, "select 1 as n")).toEqual([{ n: 1 }]);
    });

    test("a pid file whose number was given to another program does not keep the server from starting", async () => {
      const started = Math.floor(Date.now() / 1000);
      const lines = [process.pid, cluster(), started, 5432, "", "127.0.0.1", "       1         1", "ready"];
      await writeFile(join(cluster(), "postmaster.pid"), `${lines.join("\n")}\n`);
      if (process.geteuid?.() === 0)
        execFileSync("chown", ["--reference", cluster(), join(cluster(), "postmaster.pid")]);
      expect(await query((await open()).url, "select 1 as n")).toEqual([{ n: 1 }]);
    });

    test("a port that somebody else took meanwhile is replaced by another", async () => {
      const first = await open();
      const port = Number(new URL(first.url).port);
      await first.close();
      const other = createServer().listen(port, "127.0.0.1");
      try {
        const second = await open();
        expect(new URL(second.url).port).not.toBe(String(port));
        expect(await query(second.url, "select 1 as n")).toEqual([{ n: 1 }]);
      } finally {
        other.close();
      }
    });

    test("a lost postgres.json costs the password, not the data", async () => {
      const first = await open();
      await query(first.url, "create table kept (n int)");
      await first.close();
      await rm(join(dataDir, "postgres.json"));
      const second = await open();
      expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
      expect(await query(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 0 }]);
    });
  });

  describe("refuses, in one line and without touching anything", () => {
    test("a database of another major version", async () => {
      await writeFile(join(cluster(), "PG_VERSION"), "17\n");
      await expect(open()).rejects.toMatchObject({
        fault: "other-version",
        message: matching(/made by PostgreSQL 17; this Rollcall brings PostgreSQL 18.*Nothing was changed/),
      });
      expect(await readFile(join(cluster(), "PG_VERSION"), "utf8")).toBe("17\n");
    });

    test("a folder of that name which is no database", async () => {
      await beginEmpty();
      await mkdir(cluster());
      await writeFile(join(cluster(), "letters.txt"), "dear all");
      await expect(open()).rejects.toMatchObject({ fault: "not-a-cluster" });
      expect(await readdir(cluster())).toEqual(["letters.txt"]);
    });

    test("a data folder that is a file", async () => {
      const file = join(dataDir, "file");
      await writeFile(file, "");
      await expect(openEmbeddedServer({ dataDir: file, log: () => undefined })).rejects.toMatchObject({
        name: "EmbeddedServerError",
        message: matching(/^[^\n]*data folder[^\n]*$/),
      });
    });

    test("settings that PostgreSQL does not take, with its own words", async () => {
      await writeFile(join(cluster(), "local.conf"), "work_mem = 'plenty'\n");
      await expect(open()).rejects.toMatchObject({
        fault: "refused",
        message: matching(/^PostgreSQL could not start[^\n]*postgres\.log\)$/),
      });
    });
  });

  describe.runIf(process.geteuid?.() === 0)("as root", () => {
    const NOBODY = 65_534;

    test("under a private folder: the database lies where its user can reach it, and stays the data folder's own", async () => {
      const home = join(dataDir, "private");
      await mkdir(home, { mode: 0o700 });
      const inside = join(home, "data");
      const options = { dataDir: inside, log: () => undefined, settings: { fsync: "off" } };
      const first = await openEmbeddedServer(options);
      const folder = await homeFolderOf(inside);
      try {
        expect(folder).toMatch(/^\/var\/lib\/rollcall\//);
        await query(first.url, "create table kept (n int)");
        await first.close();
        const second = await openEmbeddedServer(options);
        expect(await query(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 0 }]);
        await second.close();
      } finally {
        await first.close();
        await rm(folder, { recursive: true, force: true });
      }
    });

    test("another user runs it as itself", async () => {
      dataDir = await ownedBy(NOBODY);
      const app = openElsewhere({ uid: NOBODY });
      expect(await query(await app.url(), "select 1 as n")).toEqual([{ n: 1 }]);
      expect((await stat(cluster())).uid).toBe(NOBODY);
      // Root may look in: it uses the server as it runs, and later starts it as the cluster's owner.
      const root = await open();
      expect(root.url).toBe(await app.url());
      await app.close();
      await root.close();
      const again = await open();
      expect(await query(again.url, "select 1 as n")).toEqual([{ n: 1 }]);
      await again.close();
    });

    test("a user who may not use the folder is told so in one line", async () => {
      const app = openElsewhere({ uid: NOBODY });
      await expect(app.url()).rejects.toThrow(
        /^not-permitted: Could not use [^\n]*must belong to the user who runs Rollcall\.$/,
      );
    });

    async function ownedBy(uid: number): Promise<string> {
      const folder = await temporaryFolder();
      execFileSync("chown", [String(uid), folder]);
      return folder;
    }
  });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** vitest says `any` where it means "something that matches". */
function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

async function settings(url: string, ...names: string[]): Promise<string[]> {
  const rows = (await query(
    url,
    `select current_setting(name) as value from unnest('{${names.join(",")}}'::text[]) as name`,
  )) as { value: string }[];
  return rows.map(({ value }) => value);
}

/** Comes back when initdb is at work. */
async function halfMade(folder: string): Promise<void> {
  for (;;) {
    const names = await readdir(folder);
    const half = names.find((name) => name.startsWith("postgres.half-") && !name.endsWith(".password"));
    if (half !== undefined && (await readdir(join(folder, half))).length > 3) return;
  }
}
