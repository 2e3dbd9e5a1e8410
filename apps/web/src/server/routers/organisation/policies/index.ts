/** Policies: what holds for the devices of a group. */
import { router } from "../../../trpc/init";
import { create } from "./create";
import { list } from "./list";
import { remove } from "./remove";
import { update } from "./update";

export const policiesRouter = router({ list, create, update, delete: remove });
