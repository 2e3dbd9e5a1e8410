/** Service plans: which services an account gets. */
import { router } from "../../../trpc/init";
import { create } from "./create";
import { list } from "./list";
import { remove } from "./remove";
import { update } from "./update";

export const plansRouter = router({ list, create, update, delete: remove });
