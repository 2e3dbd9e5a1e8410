/**
 * Lists of a large organisation, each asked with every order, on first, middle and last pages: at the use case, in one process,
 * so without HTTP. A line of the table is one filter or search; its slowest order is named.
 */
import {
  listAccounts,
  navigationCounts,
  searchEverything,
  type AccountFilters,
  type AccountSort,
  type Context,
} from "@rollcall/accounts";
import { openDatabase } from "@rollcall/db";
import type pg from "pg";
import { openPlace } from "../app/open-place";
import { askOne, withClient } from "../app/sql";
import { atEnd, cleanUp } from "../clean-up";
import { sowLarge } from "../large/sow-large";
import { noResults, type PageFigure, type Results } from "../report/figure";
import { otherLists, type Ask } from "./other-lists";
import { userCases } from "./user-cases";

/** milliseconds */
const asked = 60;
const rounds = 3;
/** for what has no orders */
const roundsOfOthers = 40;

export async function measureLists(plan: {
  accounts: number;
  keep: boolean;
  say: (line: string) => void;
}): Promise<Results> {
  const place = await openPlace(plan);
  await sowLarge(place.databaseUrl, plan.accounts, plan.say);
  const pages = await readLists(place.databaseUrl, plan.say);
  await cleanUp();
  return judge(pages);
}

function judge(pages: PageFigure[]): Results {
  const slow = pages.filter(({ p95 }) => p95 > asked);
  const seen = slow.map(({ name, p95 }) => `${name} ${p95.toFixed(0)} ms`).join(", ") || "all";
  return {
    ...noResults(),
    pages,
    checks: [
      {
        name: `lists of a large organisation come within ${String(asked)} ms`,
        holds: slow.length === 0,
        seen,
      },
    ],
  };
}

/** Of a place that `sowLarge` filled. `only`: cases whose name this expression finds. */
export async function readLists(url: string, say: (line: string) => void, only = ""): Promise<PageFigure[]> {
  const database = openDatabase(url, { name: "bench" });
  atEnd(() => database.close());
  const log = (): void => undefined;
  const context: Context = {
    database,
    principal: { kind: "system" },
    ip: null,
    userAgent: null,
    settings: {
      appUrl: "http://localhost:3000",
      secret: "a secret that nothing here is sealed with",
      importMaxRows: 1_000_000,
      importMaxBytes: 1_000_000_000,
    },
    log: { info: log, warn: log, error: log },
  };
  const places = await withClient(url, readPlaces);
  const wanted = new RegExp(only);
  const figures: PageFigure[] = [];
  for (const [name, filters, search] of userCases) {
    if (!wanted.test(name)) continue;
    figures.push(await readOrders(context, name, { filters, search }, places));
    say(describe(figures.at(-1)));
  }
  for (const [name, ask] of [...menu(context), ...otherLists(context)]) {
    if (!wanted.test(name)) continue;
    figures.push(await readOne(name, ask));
    say(describe(figures.at(-1)));
  }
  return figures;
}

function describe(figure: PageFigure | undefined): string {
  return figure === undefined ? "" : `${figure.name}: ${figure.p50.toFixed(1)} / ${figure.p95.toFixed(1)} ms`;
}

function menu(context: Context): [name: string, ask: Ask][] {
  return [
    ["counts of the navigation", () => navigationCounts(context)],
    ...["m", "me", "tom", "priya mehta", "department", "nobodyatall", "northern"].map(
      (query): [string, Ask] => [`command menu: ${query}`, () => searchEverything(context, { query })],
    ),
  ];
}

const sorts = ["name", "email", "department", "status", "created", "lastSeen"] as const;
/** Where a page begins: the sort value of somebody and their id. */
type Places = Record<AccountSort, [value: string | null, id: string][]>;

async function readPlaces(client: pg.Client): Promise<Places> {
  const places: Places = { name: [], email: [], department: [], status: [], created: [], lastSeen: [] };
  for (const share of [0.07, 0.6]) {
    const row = await askOne<Record<AccountSort, string | null> & { id: string }>(
      client,
      `SELECT a.id::text, a.full_name AS name, p.key AS email, d.name_key AS department, a.created_at::text AS created, a.last_seen_at::text AS "lastSeen",
              account_status(a.enabled, a.locked_out, a.has_password, a.kind)::text AS status
         FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary LEFT JOIN department d ON d.id = a.department_id
        WHERE a.id >= (SELECT max(id) * $1::float8 FROM account) ORDER BY a.id LIMIT 1`,
      [share],
    );
    for (const by of sorts) places[by].push([row[by], row.id]);
  }
  return places;
}

/** All orders of one list, both ways, from the beginning and from three places; p95 is of all of it. */
async function readOrders(
  context: Context,
  name: string,
  { filters, search }: { filters: AccountFilters; search: string | undefined },
  places: Places,
): Promise<PageFigure> {
  const all: number[] = [];
  let slowest = { median: 0, where: "" };
  for (const by of sorts) {
    for (const direction of ["asc", "desc"] as const) {
      const scope = `accounts ${by} ${direction}`;
      const cursors = [
        undefined,
        ...places[by].map(([value, id]) =>
          Buffer.from(JSON.stringify([scope, value, id]), "utf8").toString("base64url"),
        ),
      ];
      for (const [place, cursor] of cursors.entries()) {
        const input = {
          filters,
          sort: { by, direction },
          limit: 100,
          partial: true,
          cursor,
          ...(search === undefined ? {} : { search }),
        };
        const times = await time(() => listAccounts(context, input), 1, rounds);
        all.push(...times);
        const median = at(times, 0.5);
        if (median > slowest.median)
          slowest = {
            median,
            where: `${by} ${direction}${place === 0 ? "" : ` from place ${String(place)}`}`,
          };
      }
    }
  }
  all.sort((a, b) => a - b);
  return {
    name: `${name} (slowest: ${slowest.where}, ${slowest.median.toFixed(0)} ms)`,
    asked: all.length,
    p50: at(all, 0.5),
    p95: at(all, 0.95),
  };
}

async function readOne(name: string, ask: Ask): Promise<PageFigure> {
  const times = await time(ask, 3, roundsOfOthers);
  return { name, asked: times.length, p50: at(times, 0.5), p95: at(times, 0.95) };
}

/** Sorted. */
async function time(ask: Ask, warmUp: number, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < warmUp + count; round += 1) {
    const began = performance.now();
    const said = await ask();
    if (!said.ok) throw new Error(`refused: ${said.refusal.code}`);
    if (round >= warmUp) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}
