/** Enrolment: invitations and devices for the console, one's own devices, and the page behind a mailed invitation. */
import { router } from "../../trpc/init";
import { devicesRouter } from "./devices";
import { invitationsRouter } from "./invitations";
import { linkRouter } from "./link";
import { mineRouter } from "./mine";

export const enrolmentRouter = router({
  devices: devicesRouter,
  invitations: invitationsRouter,
  link: linkRouter,
  mine: mineRouter,
});
