/** While the list of policies is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function PoliciesLoading() {
  return <ListSkeleton title="Policies" />;
}
