/** Invitations to enrol: the list, inviting, sending again, taking back. */
import { router } from "../../../trpc/init";
import { inviteAccounts } from "./invite-accounts";
import { inviteImported } from "./invite-imported";
import { list } from "./list";
import { resend } from "./resend";
import { revoke } from "./revoke";

export const invitationsRouter = router({ inviteAccounts, inviteImported, list, resend, revoke });
