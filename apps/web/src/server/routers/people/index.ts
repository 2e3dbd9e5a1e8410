/** Accounts: the list, one of them, and what can be done with one or many. */
import { router } from "../../trpc/init";
import { add } from "./add";
import { addToGroup } from "./add-to-group";
import { changeRole } from "./change-role";
import { edit } from "./edit";
import { get } from "./get";
import { lineage } from "./lineage";
import { list } from "./list";
import { lock } from "./lock";
import { remove } from "./remove";
import { removeFromGroup } from "./remove-from-group";
import { resendWelcome } from "./resend-welcome";
import { sendPasswordReset } from "./send-password-reset";
import { setEnabled } from "./set-enabled";
import { unlock } from "./unlock";

export const peopleRouter = router({
  add,
  addToGroup,
  changeRole,
  edit,
  get,
  lineage,
  list,
  lock,
  remove,
  removeFromGroup,
  resendWelcome,
  sendPasswordReset,
  setEnabled,
  unlock,
});
