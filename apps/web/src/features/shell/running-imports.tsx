"use client";
/**
 * The slot for imports that run while somebody is elsewhere: a toast with a bar on every page. Filled from
 * features/imports, and loaded after the page itself; the shell only gives it its place.
 */
import dynamic from "next/dynamic";

export const RunningImports = dynamic(
  () => import("../imports/running/running-imports").then((module) => module.RunningImports),
  { ssr: false },
);
