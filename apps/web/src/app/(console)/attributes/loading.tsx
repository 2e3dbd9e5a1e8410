/** While the list of attributes is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function AttributesLoading() {
  return <ListSkeleton title="Attributes" />;
}
