/** While the list of domains is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function DomainsLoading() {
  return <ListSkeleton title="Domains" />;
}
