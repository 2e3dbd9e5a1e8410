/**
 * A program of its own: stops the embedded database of the data folder it is given, when nobody uses it any more. Started
 * by a child that outlived its launcher.
 */
import { releaseDatabase } from "@rollcall/installation";

const dataDir = process.argv[2];
if (dataDir !== undefined) await releaseDatabase(dataDir);
