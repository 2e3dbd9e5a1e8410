/** While the list of devices is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function DevicesLoading() {
  return <ListSkeleton title="Devices" />;
}
