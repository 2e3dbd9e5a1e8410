/** What the screens of imports ask for. */
import { router } from "../../trpc/init";
import { cancel } from "./cancel";
import { causes } from "./causes";
import { confirm } from "./confirm";
import { editProcedures } from "./edits";
import { get } from "./get";
import { list } from "./list";
import { mappingProcedures } from "./mappings";
import { previewExportOf } from "./preview-export";
import { removals } from "./removals";
import { replan } from "./replan";
import { rows } from "./rows";
import { driftedProcedures } from "./drifted";
import { undoProcedures } from "./undo";

export const importsRouter = router({
  cancel,
  causes,
  confirm,
  get,
  list,
  removals,
  replan,
  rows,
  previewExport: previewExportOf,
  ...editProcedures,
  ...mappingProcedures,
  ...driftedProcedures,
  ...undoProcedures,
});
