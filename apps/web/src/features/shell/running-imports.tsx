"use client";
/**
 * The slot for imports that run while somebody is elsewhere: a toast with a bar on every page. Filled from
 * features/imports; the shell only gives it its place.
 */
export { RunningImports } from "../imports/running/running-imports";
