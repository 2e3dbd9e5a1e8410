/**
 * Every procedure of the app, by area. A new area is one folder beside this file and one line here.
 */
import { router } from "../trpc/init";
import { accessRouter } from "./access";
import { auditRouter } from "./audit";
import { enrolmentRouter } from "./enrolment";
import { importsRouter } from "./imports";
import { mailRouter } from "./mail";
import { organisationRouter } from "./organisation";
import { peopleRouter } from "./people";
import { shellRouter } from "./shell";

export const appRouter = router({
  access: accessRouter,
  audit: auditRouter,
  enrolment: enrolmentRouter,
  imports: importsRouter,
  mail: mailRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  shell: shellRouter,
});

export type AppRouter = typeof appRouter;
