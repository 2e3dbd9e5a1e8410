/** The page behind a mailed invitation; nobody need be signed in. */
import { router } from "../../../trpc/init";
import { accept } from "./accept";
import { check } from "./check";

export const linkRouter = router({ accept, check });
