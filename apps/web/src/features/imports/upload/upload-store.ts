/**
 * The one file that is being brought in, kept outside of pages: it goes on while somebody looks at another one. Screens
 * subscribe to it; what happens to the state is for upload-state to say.
 */
import type { ImportOptions } from "@rollcall/accounts";
import type { EncodingId } from "@rollcall/importer";
import type { Announcement } from "./announcement";
import type { Look } from "./look-at-file";
import type { SendHandlers } from "./send-file";
import { emptyUpload, nextUpload, type UploadEvent, type UploadState } from "./upload-state";

/** What can be chosen before a file is planned, and again afterwards. */
export type PlanOptions = Pick<ImportOptions, "mode" | "strict" | "mail" | "groupMode" | "groups" | "note">;

export const defaultOptions: PlanOptions = {
  mode: "create",
  strict: false,
  mail: "file",
  groupMode: "add",
  groups: [],
  note: null,
};

export interface Upload {
  state: UploadState;
  /** as they stand on the screen */
  options: PlanOptions;
  /** those that went with the file; null until it was sent */
  sentOptions: PlanOptions | null;
}

/** What the store needs of the browser; given, so that tests need none. */
export interface UploadTools {
  look: (file: File, encoding: EncodingId | null) => Promise<Look>;
  sha256: (file: File) => Promise<string | null>;
  send: (file: File, announcement: Announcement, handlers: SendHandlers) => () => void;
  now: () => number;
}

export interface UploadStore {
  subscribe: (listener: () => void) => () => void;
  get: () => Upload;
  /** Takes a file in, in the place of the one at hand. */
  choose: (file: File) => void;
  /** The same file again, read as another encoding; or just again. */
  retry: (encoding?: EncodingId) => void;
  setOptions: (options: PlanOptions) => void;
  /** Stops whatever runs and forgets the file and its options. */
  clear: () => void;
}

export function createUploadStore(tools: UploadTools): UploadStore {
  const listeners = new Set<() => void>();
  let upload: Upload = { state: emptyUpload, options: defaultOptions, sentOptions: null };
  let current: { file: File; encoding: EncodingId | null; stop: () => void } | null = null;

  const set = (change: Partial<Upload>) => {
    upload = { ...upload, ...change };
    for (const listener of listeners) listener();
  };
  const tell = (event: UploadEvent) => set({ state: nextUpload(upload.state, event) });

  const start = async (file: File, encoding: EncodingId | null): Promise<void> => {
    const mine: NonNullable<typeof current> = { file, encoding, stop: () => undefined };
    current?.stop();
    current = mine;
    const isMine = () => current === mine;
    set({ sentOptions: null });
    tell({ kind: "chosen", file: { name: file.name, bytes: file.size, savedAt: file.lastModified } });
    const look = await tools.look(file, encoding).catch(() => null);
    if (!isMine()) return;
    if (look === null) {
      tell({ kind: "failed", failure: { message: unreadable, problems: [], importId: null, again: true } });
      return;
    }
    tell({ kind: "looked", look });
    if (upload.state.step !== "sending") return;
    const sha256 = await tools.sha256(file);
    if (!isMine()) return;
    const options = sendable(upload.options);
    set({ sentOptions: options });
    mine.stop = tools.send(
      file,
      { fileName: file.name, bytes: file.size, sha256, options: { ...options, encoding } },
      {
        onProgress: (sent) => tell({ kind: "progressed", sent, at: tools.now() }),
        onSent: () => tell({ kind: "sent" }),
        onArrival: (arrival) => tell({ kind: "arrived", arrival }),
        onFailure: (failure) => tell({ kind: "failed", failure }),
      },
    );
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => upload,
    choose: (file) => void start(file, null),
    retry: (encoding) => {
      if (current !== null) void start(current.file, encoding ?? current.encoding);
    },
    setOptions: (options) => set({ options }),
    clear: () => {
      current?.stop();
      current = null;
      set({ state: emptyUpload, options: defaultOptions, sentOptions: null });
    },
  };
}

/** Very many names of groups do not fit into a header: they follow when the file is planned, like every later change. */
function sendable(options: PlanOptions): PlanOptions {
  return JSON.stringify(options.groups).length > 2000 ? { ...options, groups: [] } : options;
}

const unreadable =
  "The browser could not read this file. It may have been moved or changed; choose it again.";
