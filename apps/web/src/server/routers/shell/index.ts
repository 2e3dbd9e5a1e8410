/** What the frame of the console asks for. */
import { router } from "../../trpc/init";
import { counts } from "./counts";
import { search } from "./search";

export const shellRouter = router({
  counts,
  search,
});
