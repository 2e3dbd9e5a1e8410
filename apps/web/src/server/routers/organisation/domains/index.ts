/** Mail domains of the organisation. */
import { router } from "../../../trpc/init";
import { create } from "./create";
import { list } from "./list";
import { remove } from "./remove";
import { update } from "./update";

export const domainsRouter = router({ list, create, update, delete: remove });
