/** What lazy-data-grid loads: the grid and nothing else of its door. */
export { DataGrid } from "@rollcall/ui/data-grid";
