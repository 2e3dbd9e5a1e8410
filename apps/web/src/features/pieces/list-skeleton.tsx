/** The frame of a list page with rows that are still coming. */
import { SkeletonRows, Toolbar, Skeleton } from "@rollcall/ui";
import { ConsolePage } from "./console-page";

export function ListSkeleton({ title, avatar = false }: { title: string; avatar?: boolean }) {
  return (
    <ConsolePage title={title} plain>
      <Toolbar className="border-b border-border">
        <Skeleton className="my-2 w-24" />
      </Toolbar>
      <SkeletonRows rows={18} avatar={avatar} label={`Loading ${title.toLowerCase()}`} />
    </ConsolePage>
  );
}
