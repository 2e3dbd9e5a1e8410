/** While the list of departments is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function DepartmentsLoading() {
  return <ListSkeleton title="Departments" />;
}
