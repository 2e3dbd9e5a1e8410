/** Groups, departments, settings, and the overview of it all. */
import { router } from "../../trpc/init";
import { createDepartment } from "./create-department";
import { createGroup } from "./create-group";
import { deleteDepartment } from "./delete-department";
import { deleteGroup } from "./delete-group";
import { department } from "./department";
import { departments } from "./departments";
import { group } from "./group";
import { groups } from "./groups";
import { overview } from "./overview";
import { renameDepartment } from "./rename-department";
import { renameGroup } from "./rename-group";
import { settings } from "./settings";
import { updateSettings } from "./update-settings";

export const organisationRouter = router({
  createDepartment,
  createGroup,
  deleteDepartment,
  deleteGroup,
  department,
  departments,
  group,
  groups,
  overview,
  renameDepartment,
  renameGroup,
  settings,
  updateSettings,
});
