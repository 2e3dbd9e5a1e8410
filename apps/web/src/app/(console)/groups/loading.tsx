/** While the list of groups is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function GroupsLoading() {
  return <ListSkeleton title="Groups" />;
}
