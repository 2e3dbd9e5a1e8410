/**
 * The files that Halden Moor brought in over the year, and the one that waits for a review. Counts are rows by what becomes
 * of them; the figures of the waiting one are those of the pictures. Data only.
 */
import { comingUnits, units, type Unit } from "./organisation";

export interface PastFile {
  name: string;
  daysAgo: number;
  mode: "create" | "upsert";
  /** how it ends */
  end: "completed" | "waits" | "cancelled";
  /** place of the administrator who brings it */
  by: number;
  units: readonly Unit[];
  create: number;
  /** people who are there: with other values, with the same, and (mode create) skipped */
  update: number;
  unchanged: number;
  exists: number;
  /** administrators, who are left alone */
  administrators: number;
  /** of those created: with a password; with a welcome mail and no password; with both. The others have no way in. */
  passwords: number;
  links: number;
  both: number;
  problems: Partial<Record<Mistake, number>>;
  domain?: "agency";
  /** the people of the pictures are in it */
  known?: boolean;
}

/** What people get wrong in a file. */
export type Mistake = "yes-no" | "space" | "address" | "twice" | "name" | "password" | "values";

const usual = {
  mode: "upsert",
  end: "completed",
  by: 0,
  units,
  update: 0,
  unchanged: 0,
  exists: 0,
  administrators: 0,
  passwords: 0,
  links: 0,
  both: 0,
  problems: {},
} as const satisfies Partial<PastFile>;

function from(...departments: string[]): Unit[] {
  return units.filter(({ department }) => departments.includes(department));
}

/** Oldest first. */
export const pastFiles: readonly PastFile[] = [
  {
    ...usual,
    name: "everybody-2025.csv",
    daysAgo: 351,
    mode: "create",
    known: true,
    create: 5_418,
    passwords: 5_286,
    links: 120,
    problems: { "yes-no": 6, values: 3, twice: 4 },
  },
  {
    ...usual,
    name: "depots-january.csv",
    daysAgo: 304,
    by: 1,
    units: from("Operations", "Warehouse", "Yard", "Fleet", "Maintenance"),
    create: 1_420,
    update: 36,
    passwords: 1_400,
    links: 20,
    problems: { space: 5 },
  },
  {
    ...usual,
    name: "moorlogistics-staff.csv",
    daysAgo: 268,
    by: 3,
    create: 2_380,
    passwords: 2_304,
    links: 76,
    problems: { "yes-no": 12, address: 3, name: 2 },
  },
  {
    ...usual,
    name: "hq-2026.csv",
    daysAgo: 232,
    by: 4,
    units: units.filter(({ weight }) => weight <= 35),
    create: 1_144,
    update: 104,
    unchanged: 24,
    administrators: 9,
    passwords: 1_020,
    links: 110,
    both: 14,
    problems: { "yes-no": 4, twice: 3, name: 2 },
  },
  {
    ...usual,
    name: "moorlogistics-all.csv",
    daysAgo: 162,
    by: 3,
    create: 1_556,
    update: 246,
    unchanged: 98,
    passwords: 1_460,
    links: 90,
    problems: { space: 9, "yes-no": 17, address: 6, twice: 2 },
  },
  {
    ...usual,
    name: "yard-managers.csv",
    daysAgo: 92,
    by: 9,
    units: from("Yard"),
    create: 14,
    update: 42,
    unchanged: 10,
    passwords: 14,
  },
  {
    ...usual,
    name: "customs-brokers.csv",
    daysAgo: 80,
    mode: "create",
    by: 10,
    units: from("Customs", "Bonded store"),
    create: 96,
    exists: 310,
    links: 96,
  },
  {
    ...usual,
    name: "drivers-q3.csv",
    daysAgo: 68,
    by: 8,
    units: from("Fleet", "Road freight"),
    create: 1_352,
    update: 76,
    unchanged: 18,
    passwords: 1_140,
    links: 196,
    both: 12,
    problems: { "yes-no": 21, space: 8, twice: 4, password: 3, values: 2 },
  },
  {
    ...usual,
    name: "agency-drivers.csv",
    daysAgo: 33,
    by: 8,
    end: "cancelled",
    units: from("Fleet"),
    create: 84,
    links: 84,
    domain: "agency",
  },
  {
    ...usual,
    name: "night-shift.csv",
    daysAgo: 4,
    by: 9,
    units: from("Warehouse", "Operations"),
    create: 208,
    update: 42,
    links: 208,
  },
  {
    ...usual,
    name: "temps-november.csv",
    daysAgo: 2,
    by: 4,
    units: from("Warehouse", "Fleet", "Returns"),
    create: 181,
    update: 2,
    links: 176,
    problems: { "yes-no": 4, address: 3 },
    domain: "agency",
  },
  {
    ...usual,
    name: "people-2026-11.csv",
    daysAgo: 0,
    end: "waits",
    units: [...units, ...comingUnits],
    create: 12_361,
    update: 612,
    unchanged: 147,
    administrators: 15,
    passwords: 8_085,
    links: 2_930,
    both: 1_252,
    problems: { "yes-no": 38, space: 11, address: 6, twice: 3, name: 2, password: 1 },
  },
];
