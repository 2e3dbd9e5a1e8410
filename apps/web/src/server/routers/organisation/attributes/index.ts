/** Attributes: custom fields of accounts. */
import { router } from "../../../trpc/init";
import { create } from "./create";
import { list } from "./list";
import { remove } from "./remove";
import { update } from "./update";

export const attributesRouter = router({ list, create, update, delete: remove });
