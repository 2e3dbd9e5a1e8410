/** Signing in's other half: links, passwords, sessions. Signing in and out themselves are next-auth's routes. */
import { router } from "../../trpc/init";
import { changeMyPassword } from "./change-my-password";
import { checkPasswordLink } from "./check-password-link";
import { checkSetUpLink } from "./check-set-up-link";
import { completeSetUp } from "./complete-set-up";
import { endMyOtherSessions } from "./end-my-other-sessions";
import { endMySession } from "./end-my-session";
import { me } from "./me";
import { mySessions } from "./my-sessions";
import { requestPasswordReset } from "./request-password-reset";
import { setPassword } from "./set-password";

export const accessRouter = router({
  changeMyPassword,
  checkPasswordLink,
  checkSetUpLink,
  completeSetUp,
  endMyOtherSessions,
  endMySession,
  me,
  mySessions,
  requestPasswordReset,
  setPassword,
});
