/** While the overview is being counted. */
import { OverviewSkeleton } from "../../../features/overview/overview-skeleton";
import { ConsolePage } from "../../../features/pieces/console-page";

export default function OverviewLoading() {
  return (
    <ConsolePage title="Overview">
      <OverviewSkeleton />
    </ConsolePage>
  );
}
