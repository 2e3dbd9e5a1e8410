/**
 * Who is in the organisation while its files are written: new people with addresses of their own, and those there already,
 * who may come again in a later file. Knows no accounts.
 */
import { makeName, toAscii } from "../people/person";
import type { Random } from "../people/random";
import { acrossGroups, domains, type Unit } from "./organisation";

export interface Member {
  email: string;
  name: string;
  department: string;
  groups: readonly string[];
}

export interface Newcomer {
  /** somebody in particular */
  name?: string | undefined;
  domain?: string | undefined;
  /** false: never gets in, so no later file can change them; the address is not given again all the same */
  stays?: boolean | undefined;
}

export interface Roster {
  /** somebody new of one of the units */
  join(units: readonly Unit[], who?: Newcomer): Member;
  /** somebody who was there when the file began, at random, nobody twice in one file */
  revisit(): Member;
  beginFile(): void;
  /** what an import changed */
  update(member: Member): void;
}

/** `taken`: addresses that nobody new is given. */
export function makeRoster(random: Random, taken: readonly string[] = []): Roster {
  const members = new Map<string, Member>();
  const addresses = new Set(taken);
  const visited = new Set<string>();
  let there: string[] = [];
  return {
    join: (units, who = {}) => {
      const unit = pickUnit(random, units);
      const name = who.name ?? makeName(random).full;
      const email = freeAddress(random, name, who.domain, addresses);
      const member = { email, name, department: unit.department, groups: pickGroups(random, unit) };
      addresses.add(email);
      if (who.stays !== false) members.set(email, member);
      return member;
    },
    revisit: () => {
      for (;;) {
        const email = random.pick(there);
        const member = members.get(email);
        if (member === undefined || visited.has(email)) continue;
        visited.add(email);
        return member;
      }
    },
    beginFile: () => {
      visited.clear();
      there = [...members.keys()];
    },
    update: (member) => members.set(member.email, member),
  };
}

function pickUnit(random: Random, units: readonly Unit[]): Unit {
  let left = random.int(units.reduce((sum, { weight }) => sum + weight, 0));
  for (const unit of units) {
    left -= unit.weight;
    if (left < 0) return unit;
  }
  return random.pick(units);
}

function pickGroups(random: Random, unit: Unit): string[] {
  const across = random.chance(0.02) ? [random.pick(acrossGroups)] : [];
  const often = random.some(unit.often, random.int(3));
  return [...unit.always, ...often, ...across];
}

/** first.last@ mostly; a number when there is somebody of that name. */
function freeAddress(
  random: Random,
  name: string,
  given: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const domain = given ?? (random.chance(0.35) ? domains.second : domains.own);
  const [first = "", ...rest] = name.split(" ").map(toAscii);
  const last = rest.join("");
  const local = random.chance(0.12) ? `${first.charAt(0)}.${last}` : `${first}.${last}`;
  for (let number = 1; ; number += 1) {
    const address = `${local}${number === 1 ? "" : number}@${domain}`;
    if (!taken.has(address)) return address;
  }
}
