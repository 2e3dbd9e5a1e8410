/** What the screens of imports ask for. */
import { router } from "../../trpc/init";
import { cancel } from "./cancel";
import { causes } from "./causes";
import { confirm } from "./confirm";
import { get } from "./get";
import { list } from "./list";
import { replan } from "./replan";
import { rows } from "./rows";

export const importsRouter = router({ cancel, causes, confirm, get, list, replan, rows });
