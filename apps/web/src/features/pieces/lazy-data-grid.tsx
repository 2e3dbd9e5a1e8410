"use client";
/**
 * DataGrid, loaded beside the page instead of with it: it draws no rows on the server, so nothing of the first paint
 * waits for it. Until it is there, rows of the same height stand in its place.
 */
import { SkeletonRows } from "@rollcall/ui";
import type { DataGridProps } from "@rollcall/ui/data-grid";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";

const load = () => import("./data-grid-door").then((module) => module.DataGrid);

// Asked for while the page wakes up, so that it is usually there when it is needed.
if (typeof window !== "undefined") void load();

const Loaded = dynamic(load, { ssr: false, loading: () => <GridSkeleton /> });

/** The same props as DataGrid; `dynamic` forgets that a component is generic. */
export const LazyDataGrid = Loaded as <Row>(props: DataGridProps<Row>) => ReactNode;

/** The place of the grid with its head and rows, so that nothing moves when it comes. */
function GridSkeleton() {
  return (
    <div className="min-h-0 flex-1 overflow-hidden">
      <div aria-hidden className="h-8 border-b border-border bg-subtle max-md:hidden" />
      <SkeletonRows rows={16} />
    </div>
  );
}
