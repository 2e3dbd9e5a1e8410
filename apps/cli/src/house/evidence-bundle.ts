/** Writes the evidence of an import into a file, and verifies such a file: without a database, and with one where there is one. */
import { createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  evidenceKey,
  exportEvidence,
  signingKeyOf,
  verifyEvidence,
  verifyEvidenceChain,
  type EvidenceVerdict,
  type PublicSigningKey,
  type Verified,
} from "@rollcall/accounts";
import { importNumber } from "@rollcall/importer";
import { findSecret } from "@rollcall/installation";
import { readSettings, resolvePath } from "../env";
import { SystemError, UsageError, type ExitCode } from "../exit";
import type { Output } from "../output/output";
import { count } from "../output/words";
import { granted } from "./granted";
import { withHouse } from "./open-house";

interface Asked {
  importId: string;
  file: string;
  as: string | null;
  json: boolean;
  output: Output;
}

export function writeBundle({ importId, file, as, json, output }: Asked): Promise<ExitCode> {
  return withHouse(output, as, async ({ context }) => {
    const { chunks } = granted(await exportEvidence(context, { importId }));
    try {
      await pipeline(Readable.from(chunks), createWriteStream(resolvePath(file), { mode: 0o600 }));
    } catch (error) {
      throw new SystemError(`${file} cannot be written.`, { cause: error });
    }
    const key = granted(await evidenceKey(context));
    if (json) await output.json({ import: importId, output: file, signature: key });
    else await output.line(`The evidence was written to ${file}, signed with the key ${key.fingerprint}.`);
    return 0;
  });
}

/**
 * Exit code 1 when anything was changed: in the bundle, or in the audit log that it points into; and when another key signed it
 * than the one asked for, or, with no audit log to say otherwise, than this installation's, or none, unless `unsigned` allows it.
 */
export async function verifyBundle(asked: Asked & Strictness): Promise<ExitCode> {
  const { importId, file, offline, output } = asked;
  const verdict = await read(file);
  if (!verdict.ok) return tellChanged(asked, { ...verdict, chain: null });
  if (numberOf(verdict.importId) !== numberOf(importId))
    return tellChanged(asked, {
      part: "record.json",
      says: `It is of ${importNumber(numberOf(verdict.importId))}.`,
      chain: null,
    });
  const known = await knownKey(asked.key);
  if (offline || !hasDatabase()) return judge(asked, { ...verdict, known, chain: null });
  return withHouse(output, asked.as, async ({ context }) => {
    const says = granted(await verifyEvidenceChain(context, verdict.events));
    return says === null
      ? judge(asked, { ...verdict, known, chain: true })
      : tellChanged(asked, { part: "audit log", says, chain: false });
  });
}

interface Strictness {
  /** ask no database */
  offline: boolean;
  /** of the key that must have signed it */
  key: string | null;
  /** it is of a version that did not sign */
  unsigned: boolean;
}

/** Whose signature it should be: that of who was named, or of this installation; null: nobody here knows. */
type Known = { fingerprint: string; named: boolean } | null;

async function knownKey(named: string | null): Promise<Known> {
  if (named !== null) return { fingerprint: named, named: true };
  const { secret, dataDir } = readSettings();
  const own = secret ?? (await findSecret(dataDir));
  return own === null ? null : { fingerprint: signingKeyOf(own, "evidence").fingerprint, named: false };
}

interface Judged extends Verified {
  known: Known;
  /** the audit log has its events; null: none was asked */
  chain: true | null;
}

function judge(asked: Asked & Strictness, judged: Judged): Promise<ExitCode> {
  const { signedBy, known, chain } = judged;
  const mine = known !== null && signedBy !== null && sameKey(known.fingerprint, signedBy);
  const named = known?.named === true;
  if (mine || (chain === true && !named)) return tellWhole(asked, judged, mine);
  // The signature could have been taken off: only who says that there was none may take it for whole.
  if (signedBy === null ? asked.unsigned && !named : known === null) return tellWhole(asked, judged, mine);
  const says =
    signedBy === null
      ? "It is not signed, so that anybody could have written it. If it is of a version that did not sign yet, --unsigned takes it as it is; the audit log, asked without --offline, says whether it is true."
      : `It is signed with the key ${signedBy.fingerprint}, and ${named ? "the one that was asked for" : "this installation's"} is ${known?.fingerprint ?? "another"}. Somebody else made it${named ? "" : ", or it is older than SECRET: then --key FINGERPRINT names the key of that time, and the audit log has its events"}.`;
  return tellChanged(asked, { part: "signature.json", says, chain });
}

/** The whole public key does as well; people write fingerprints in every way. */
function sameKey(told: string, { publicKey, fingerprint }: PublicSigningKey): boolean {
  const plain = (text: string) => text.replaceAll(/[\s:-]/g, "").toLowerCase();
  return told === publicKey || plain(told) === plain(fingerprint);
}

async function read(file: string): Promise<EvidenceVerdict> {
  const path = resolvePath(file);
  if (!existsSync(path)) throw new UsageError(`There is no file ${file}.`);
  return verifyEvidence(path);
}

/** As people name imports: 147, or IMP-0147. */
function numberOf(importId: string): string {
  return importId.replace(/^imp-/i, "").replace(/^0+/, "");
}

/** Verifying somebody's bundle makes no new installation. */
function hasDatabase(): boolean {
  const { databaseUrl, dataDir } = readSettings();
  return databaseUrl !== null || existsSync(join(dataDir, "postgres.json"));
}

interface Changed {
  part: string;
  says: string;
  chain: boolean | null;
}

async function tellChanged({ file, json, output }: Asked, { part, says, chain }: Changed): Promise<ExitCode> {
  if (json) await output.json({ ok: false, part, says, chain });
  else await output.line(`${file} was changed, or is another's: ${part}. ${says}`);
  return 1;
}

async function tellWhole(asked: Asked, judged: Judged, mine: boolean): Promise<ExitCode> {
  const { file, json, output } = asked;
  const { events, chain, recorded, signedBy, known } = judged;
  if (json) {
    const signature =
      signedBy === null ? null : { ...signedBy, known: known === null ? null : mine, algorithm: "Ed25519" };
    await output.json({ ok: true, events: events.length, chain, recorded, signature });
    return 0;
  }
  await output.line(`${file} is whole: every byte, and ${count(events.length, "audit event")}.`);
  await output.line(signatureWords(judged, mine));
  await output.line(chain === true ? "The audit log has these events." : chainWords(recorded, mine));
  return 0;
}

function signatureWords({ signedBy, known, chain }: Judged, mine: boolean): string {
  if (signedBy === null)
    return "It is not signed: an older version of Rollcall made it, or somebody who took the signature off and could have written all of it.";
  const key = `Signed with the key ${signedBy.fingerprint}`;
  if (mine) return `${key}, which is ${known?.named === true ? "the one asked for" : "this installation's"}.`;
  if (chain === true) return `${key}, which is not this installation's now: SECRET was changed since.`;
  return `${key}. Nothing was changed since, but whose key that is, nobody here knows (no SECRET): compare it with Settings of the installation that should have made it.`;
}

function chainWords({ id, hash }: Verified["recorded"], mine: boolean): string {
  const event = `audit event ${id} with the hash ${hash}`;
  return mine
    ? `No database was asked; its audit log has ${event}.`
    : `No database was asked. That it was made then and by them is proven only by their audit log: it must have ${event}.`;
}
