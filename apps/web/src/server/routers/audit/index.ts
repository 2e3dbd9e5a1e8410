/** The audit log. */
import { router } from "../../trpc/init";
import { list } from "./list";
import { verify } from "./verify";

export const auditRouter = router({
  list,
  verify,
});
