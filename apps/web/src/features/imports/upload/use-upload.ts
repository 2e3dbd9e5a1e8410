"use client";
/** The browser's one upload, for components. What recognises the file is loaded with the first file. */
import { useSyncExternalStore } from "react";
import { fileSha256 } from "./file-sha256";
import { sendFile } from "./send-file";
import { createUploadStore, type Upload } from "./upload-store";

export const uploadStore = createUploadStore({
  look: async (file, encoding) => (await import("./look-at-file")).lookAtFile(file, encoding),
  sha256: fileSha256,
  send: sendFile,
  now: () => performance.now(),
});

const initial = uploadStore.get();

export function useUpload(): Upload {
  return useSyncExternalStore(uploadStore.subscribe, uploadStore.get, () => initial);
}
