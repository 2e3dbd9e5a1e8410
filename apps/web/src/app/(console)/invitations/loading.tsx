/** While the list of invitations is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function InvitationsLoading() {
  return <ListSkeleton title="Invitations" />;
}
