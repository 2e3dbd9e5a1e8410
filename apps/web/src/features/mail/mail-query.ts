/** The list of mails as an address: search, state, import. Pure. */
import type { MessageState } from "@rollcall/accounts";
import { idOf, oneOf, searchOf, writeParams } from "../pieces/params";
import { messageStates } from "../pieces/message-state";
import type { UrlCodec } from "../pieces/use-url-state";

export interface MailQuery {
  search: string;
  state: MessageState | null;
  importId: string | null;
}

export const mailStates = Object.keys(messageStates) as MessageState[];

export const mailQuery: UrlCodec<MailQuery> = {
  parse: (params) => ({
    search: searchOf(params.get("search")),
    state: oneOf(params.get("state"), mailStates) ?? null,
    importId: idOf(params.get("import")) ?? null,
  }),
  write: ({ search, state, importId }) => writeParams({ search, state, import: importId }),
};

export function mailInput({ search, state, importId }: MailQuery) {
  const words = search.trim();
  return {
    limit: 100,
    ...(words === "" ? {} : { search: words }),
    ...(state === null ? {} : { state }),
    ...(importId === null ? {} : { importId }),
  };
}
