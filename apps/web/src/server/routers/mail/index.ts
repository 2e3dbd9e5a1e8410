/** Outgoing mail. */
import { router } from "../../trpc/init";
import { get } from "./get";
import { list } from "./list";
import { retry } from "./retry";
import { summary } from "./summary";

export const mailRouter = router({
  get,
  list,
  retry,
  summary,
});
