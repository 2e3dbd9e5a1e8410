/** The list of invitations as an address: search, state, by which import. Pure. */
import type { InvitationState } from "@rollcall/accounts";
import { idOf, oneOf, searchOf, writeParams } from "../pieces/params";
import type { UrlCodec } from "../pieces/use-url-state";

export interface InvitationsQuery {
  search: string;
  /** null: every state */
  state: InvitationState | null;
  importId: string | null;
}

export const invitationStateIds = [
  "pending",
  "accepted",
  "expired",
  "revoked",
] as const satisfies readonly InvitationState[];

export const invitationsQuery: UrlCodec<InvitationsQuery> = {
  parse: (params) => ({
    search: searchOf(params.get("search")),
    state: oneOf(params.get("state"), invitationStateIds) ?? null,
    importId: idOf(params.get("import")) ?? null,
  }),
  write: ({ search, state, importId }) => writeParams({ search, state, import: importId }),
};

export const everyInvitation: InvitationsQuery = { search: "", state: null, importId: null };

export function invitationsInput({ search, state, importId }: InvitationsQuery) {
  const words = search.trim();
  return {
    limit: 100,
    ...(words === "" ? {} : { search: words }),
    ...(state === null ? {} : { state }),
    ...(importId === null ? {} : { importId }),
  };
}
