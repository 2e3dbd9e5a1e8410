/** Groups, departments, service plans, attributes, domains, policies, settings, and the overview of it all. */
import { router } from "../../trpc/init";
import { attributesRouter } from "./attributes";
import { createDepartment } from "./create-department";
import { createGroup } from "./create-group";
import { deleteDepartment } from "./delete-department";
import { deleteGroup } from "./delete-group";
import { department } from "./department";
import { departments } from "./departments";
import { domainsRouter } from "./domains";
import { evidenceKey } from "./evidence-key";
import { group } from "./group";
import { groups } from "./groups";
import { overview } from "./overview";
import { plansRouter } from "./plans";
import { policiesRouter } from "./policies";
import { renameDepartment } from "./rename-department";
import { renameGroup } from "./rename-group";
import { setGroupPolicy } from "./set-group-policy";
import { settings } from "./settings";
import { updateSettings } from "./update-settings";

export const organisationRouter = router({
  attributes: attributesRouter,
  createDepartment,
  createGroup,
  deleteDepartment,
  deleteGroup,
  department,
  departments,
  domains: domainsRouter,
  evidenceKey,
  group,
  groups,
  overview,
  plans: plansRouter,
  policies: policiesRouter,
  renameDepartment,
  renameGroup,
  setGroupPolicy,
  settings,
  updateSettings,
});
