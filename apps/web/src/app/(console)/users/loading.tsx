/** While the list of users is on its way: its frame, and rows of the height that comes. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function UsersLoading() {
  return <ListSkeleton title="Users" avatar />;
}
