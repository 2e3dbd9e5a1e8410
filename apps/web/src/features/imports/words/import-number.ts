/** How people name an import: one word for all who speak of one. */
export { importNumber } from "@rollcall/importer";
