"use client";
/** The browser's one upload, for components. What recognises and numbers the file is loaded with the first file. */
import { useSyncExternalStore } from "react";
import { sendFile } from "./send-file";
import { createUploadStore, type Upload } from "./upload-store";

export const uploadStore = createUploadStore({
  look: async (file, reading, handlers) =>
    (await import("./look-at-file")).lookAtFile(file, reading, handlers),
  sha256: async (file) => (await import("./file-sha256")).fileSha256(file),
  send: sendFile,
  now: () => performance.now(),
});

const initial = uploadStore.get();

export function useUpload(): Upload {
  return useSyncExternalStore(uploadStore.subscribe, uploadStore.get, () => initial);
}
