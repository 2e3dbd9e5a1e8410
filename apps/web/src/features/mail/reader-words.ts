/** To whom a mail went, where that is kept; the name and address of an import's readers go with its rows. */
import type { MessageListItem } from "@rollcall/accounts";
import { importNumber } from "../imports/words/import-number";

type Reader = Pick<MessageListItem, "toName" | "toAddress" | "importId">;

export function isRemoved({ toAddress }: Pick<Reader, "toAddress">): boolean {
  return toAddress === "";
}

/** "Anna Alder", "Removed with import IMP-0012". */
export function readerWords(message: Reader): string {
  if (!isRemoved(message)) return message.toName;
  return message.importId === null ? "Removed" : `Removed with import ${importNumber(message.importId)}`;
}

export function addressWords(message: Pick<Reader, "toAddress">): string {
  return isRemoved(message) ? "–" : message.toAddress;
}
