/** While the list of mails is on its way. */
import { ListSkeleton } from "../../../features/pieces/list-skeleton";

export default function MailLoading() {
  return <ListSkeleton title="Mail" />;
}
