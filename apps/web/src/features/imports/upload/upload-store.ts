/**
 * The one file that is being brought in, kept outside of pages: it goes on while somebody looks at another one. Screens
 * subscribe to it; what happens to the state is for upload-state to say.
 */
import type { ImportOptions } from "@rollcall/accounts";
import type { Announcement } from "./announcement";
import { lacksOf, type Look } from "./look";
import type { LookHandlers } from "./look-at-file";
import { asItSays, type Reading } from "./reading";
import type { SendHandlers } from "./send-file";
import { emptyUpload, nextUpload, type UploadEvent, type UploadState } from "./upload-state";

/** What can be chosen before a file is planned, and again afterwards. */
export type PlanOptions = Pick<
  ImportOptions,
  "mode" | "strict" | "mail" | "groupMode" | "groups" | "note" | "noGroup" | "notify" | "invite"
>;

/** What is said before a file is read, and holds for good: another choice reads it anew. */
export type ReadOptions = Pick<ImportOptions, "domain" | "blank" | "hold">;

export type UploadOptions = PlanOptions & ReadOptions;

export const defaultOptions: UploadOptions = {
  mode: "create",
  strict: false,
  mail: "file",
  groupMode: "add",
  groups: [],
  note: null,
  noGroup: false,
  notify: false,
  invite: false,
  domain: null,
  blank: { all: null, fields: {} },
  hold: false,
};

export interface Upload {
  state: UploadState;
  /** as they stand on the screen */
  options: UploadOptions;
  /** those that went with the file; null until it was sent */
  sentOptions: UploadOptions | null;
}

/** What the store needs of the browser; given, so that tests need none. */
export interface UploadTools {
  look: (file: File, reading: Reading, handlers: LookHandlers) => Promise<Look>;
  sha256: (file: File) => Promise<string | null>;
  send: (file: File, announcement: Announcement, handlers: SendHandlers) => () => void;
  now: () => number;
}

export interface UploadStore {
  subscribe: (listener: () => void) => () => void;
  get: () => Upload;
  /** Takes a file in, in the place of the one at hand. */
  choose: (file: File) => void;
  /** The same file again, read in another way. Whoever calls it lets go of the import it had made. */
  read: (reading: Partial<Reading>) => void;
  /** Sends the file as it was looked at, by this mapping when one is given, although something was lacking or it was sent already. */
  send: (reading?: Partial<Reading>) => void;
  /** The same file once more. */
  retry: () => void;
  setOptions: (options: UploadOptions) => void;
  /** Stops whatever runs and forgets the file and its options. */
  clear: () => void;
  /** The file at hand, for who looks into it. */
  file: () => File | null;
}

interface Current {
  file: File;
  reading: Reading;
  stop: () => void;
}

export function createUploadStore(tools: UploadTools): UploadStore {
  const listeners = new Set<() => void>();
  let upload: Upload = { state: emptyUpload, options: defaultOptions, sentOptions: null };
  let current: Current | null = null;
  /** what a person chose otherwise: a format's own defaults leave it alone */
  const touched = new Set<"mode" | "strict">();

  const set = (change: Partial<Upload>) => {
    upload = { ...upload, ...change };
    for (const listener of listeners) listener();
  };
  const tell = (event: UploadEvent) => set({ state: nextUpload(upload.state, event) });
  const begin = (file: File, reading: Reading, stop: () => void): (() => boolean) => {
    const mine: Current = { file, reading, stop };
    current?.stop();
    current = mine;
    set({ sentOptions: null });
    return () => current === mine;
  };

  const start = async (file: File, reading: Reading): Promise<void> => {
    const stopping = new AbortController();
    const isMine = begin(file, reading, () => stopping.abort());
    tell({ kind: "chosen", file: { name: file.name, bytes: file.size, savedAt: file.lastModified } });
    const handlers = {
      onProgress: (sent: number) => {
        if (isMine()) tell({ kind: "shown", sent });
      },
      signal: stopping.signal,
    };
    const look = await tools.look(file, reading, handlers).catch((error: unknown) => wordsOf(error));
    if (!isMine()) return;
    if (typeof look === "string") {
      tell({ kind: "failed", failure: { message: look, problems: [], importId: null, again: true } });
      return;
    }
    set({ options: withDefaults(upload.options, look, touched) });
    tell({ kind: "looked", look, lacks: lacksOf(look, upload.options.domain) });
    if (upload.state.step === "sending") await send(file, reading, isMine);
  };

  const send = async (file: File, reading: Reading, isMine: () => boolean): Promise<void> => {
    const sha256 = await tools.sha256(file);
    if (!isMine() || current === null) return;
    const options = sendable(upload.options);
    set({ sentOptions: options });
    const announcement = {
      fileName: file.name,
      bytes: file.size,
      sha256,
      options: { ...options, ...reading },
    };
    current.stop = tools.send(file, announcement, {
      onProgress: (sent) => tell({ kind: "progressed", sent, at: tools.now() }),
      onSent: () => tell({ kind: "sent" }),
      onArrival: (arrival) => tell({ kind: "arrived", arrival }),
      onFailure: (failure) => tell({ kind: "failed", failure }),
    });
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => upload,
    choose: (file) => void start(file, asItSays),
    read: (reading) => {
      if (current !== null) void start(current.file, { ...current.reading, ...reading });
    },
    send: (change = {}) => {
      const { state } = upload;
      if (current === null || !("look" in state) || state.look === null) return;
      const { file } = current;
      const reading = { ...current.reading, ...change };
      const look = { ...state.look, reading };
      const isMine = begin(file, reading, () => undefined);
      tell({ kind: "going", look });
      void send(file, reading, isMine);
    },
    retry: () => {
      if (current !== null) void start(current.file, current.reading);
    },
    setOptions: (options) => {
      for (const key of ["mode", "strict"] as const)
        if (options[key] !== upload.options[key]) touched.add(key);
      set({ options });
    },
    clear: () => {
      current?.stop();
      current = null;
      touched.clear();
      set({ state: emptyUpload, options: defaultOptions, sentOptions: null });
    },
    file: () => current?.file ?? null,
  };
}

/** Very many names of groups do not fit into a header: they follow when the file is planned, like every later change. */
function sendable(options: UploadOptions): UploadOptions {
  return JSON.stringify(options.groups).length > 2000 ? { ...options, groups: [] } : options;
}

function withDefaults(
  options: UploadOptions,
  { defaults }: Look,
  touched: ReadonlySet<"mode" | "strict">,
): UploadOptions {
  return {
    ...options,
    ...(touched.has("mode") ? {} : { mode: defaults.mode }),
    ...(touched.has("strict") ? {} : { strict: defaults.strict }),
  };
}

/** A lost file throws the browser's own words, which say nothing to a person. */
function wordsOf(error: unknown): string {
  return error instanceof Error && error.constructor === Error ? error.message : unreadable;
}

const unreadable =
  "The browser could not read this file. It may have been moved or changed; choose it again.";
