/** The audit log. */
import { router } from "../../trpc/init";
import { actions } from "./actions";
import { list } from "./list";
import { verify } from "./verify";

export const auditRouter = router({ actions, list, verify });
