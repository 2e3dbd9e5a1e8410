/**
 * Every procedure of the app, by area. A new area is one folder beside this file and one line here; `imports` is made by
 * features/imports.
 */
import { router } from "../trpc/init";
import { shellRouter } from "./shell";

export const appRouter = router({ shell: shellRouter });

export type AppRouter = typeof appRouter;
