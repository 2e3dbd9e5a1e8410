/** While the list of plans is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function PlansLoading() {
  return <ListSkeleton title="Plans" />;
}
