"use client";
/** What stands where data should when it could not be had. It is rarely seen, so it is loaded beside the page, not with it. */
import { lazyPart } from "./lazy-part";

const load = () => import("./query-trouble-state").then((module) => module.QueryTroubleState);

// Fetched while all is well: when the server cannot be reached, it is too late.
if (typeof window !== "undefined") void load();

export const QueryTrouble = lazyPart(load);
