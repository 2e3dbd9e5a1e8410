/**
 * What the worker does: lanes beside each other, each waking for its own kinds of work. What is to be done and who does
 * it is decided in the use cases; nothing here is true or false about an account.
 */
import {
  deliverMessages,
  hashPendingPasswords,
  indexReview,
  type Context,
  type DeliveryReport,
  type KeptMails,
  type MailTransport,
  type RenderMail,
  type WorkKind,
} from "@rollcall/accounts";
import { makeBell } from "./bell";
import { granted } from "./granted";
import { makeHashPool } from "./hash-pool";
import { makeImportWork } from "./import-lane";
import { makeUpkeep } from "./upkeep";
import type { WorkerLog } from "./log";
import type { Lane } from "./work-loop";

export interface MailSettings {
  transport: MailTransport;
  from: string;
  renderMail: RenderMail;
  /** what was sent stays readable in the console */
  keepReadable: boolean;
  /** where the outbox keeps its files, whether it is on or was */
  kept: KeptMails;
}

const second = 1_000;
const poll = 5 * second;
/** Small enough that a worker that is told to end has put them down within its patience. */
const messagesAtOnce = 10;
/** A portion; it ends early when the worker is told to end. */
const passwordsAtOnce = 2_000;

/** The lanes, and who is to be woken by which signal. */
export function makeLanes(
  context: Context,
  mail: MailSettings,
  log: WorkerLog,
  signal: AbortSignal,
): { lanes: Lane[]; ring: (kind: WorkKind) => void; ringAll: () => void } {
  const imports: Lane = { name: "imports", work: makeImportWork(context, log), bell: makeBell(), poll };
  const messages: Lane = { name: "mail", work: makeDelivery(context, mail, log), bell: makeBell(), poll };
  const passwords: Lane = {
    name: "passwords",
    work: makeHashing(context, log, signal),
    bell: makeBell(),
    poll,
  };
  const review: Lane = { name: "review", work: () => index(context), bell: makeBell(), poll: 2 * second };
  const upkeep: Lane = {
    name: "upkeep",
    work: makeUpkeep(context, mail.kept, log),
    bell: makeBell(),
    poll: 60 * second,
  };
  const lanes = [imports, messages, passwords, review, upkeep];
  const byKind = { plan: imports, commit: imports, mail: messages, passwords } satisfies Record<
    WorkKind,
    Lane
  >;
  return {
    lanes,
    ring: (kind) => {
      byKind[kind].bell.ring();
    },
    ringAll: () => {
      for (const lane of lanes) lane.bell.ring();
    },
  };
}

/** Delivers a portion a time, and logs what was delivered when there is no more (or now and then, while there is). */
function makeDelivery(context: Context, mail: MailSettings, log: WorkerLog): () => Promise<boolean> {
  const nothing: DeliveryReport = { sent: 0, retrying: 0, failed: 0, unknown: 0, cancelled: 0 };
  let told = performance.now();
  let since = { ...nothing };
  const tell = () => {
    if (total(since) > 0) log.info("mail delivered", { ...since });
    since = { ...nothing };
    told = performance.now();
  };
  return async () => {
    const report = granted(await deliverMessages(context, { ...mail, limit: messagesAtOnce }));
    for (const state of Object.keys(nothing) as (keyof DeliveryReport)[]) since[state] += report[state];
    const more = total(report) > 0;
    if (!more || performance.now() - told > 10 * second) tell();
    return more;
  };
}

function total({ sent, retrying, failed, unknown, cancelled }: DeliveryReport): number {
  return sent + retrying + failed + unknown + cancelled;
}

/** Hashing fills every core, on threads that give way to everything else. Workers begin at different places, not to do the same. */
function makeHashing(context: Context, log: WorkerLog, signal: AbortSignal): () => Promise<boolean> {
  const hasher = makeHashPool();
  let since = 0;
  return async () => {
    const start = Math.random();
    const { hashed, left } = granted(
      await hashPendingPasswords(context, { limit: passwordsAtOnce, hasher, signal, start }),
    );
    if (hashed > 0) since += hashed;
    const more = hashed > 0 && left > 0;
    if (!more) await hasher.rest();
    if (!more && since > 0) {
      log.info("passwords hashed", { hashed: since, left });
      since = 0;
    }
    return more;
  };
}

async function index(context: Context): Promise<boolean> {
  return granted(await indexReview(context)).importId !== null;
}
