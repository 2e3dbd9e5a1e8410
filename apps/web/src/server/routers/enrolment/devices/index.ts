/** Everybody's devices: the list, how many there are, removing one, marking one lost. */
import { router } from "../../../trpc/init";
import { counts } from "./counts";
import { list } from "./list";
import { markLost } from "./mark-lost";
import { remove } from "./remove";

export const devicesRouter = router({ counts, list, markLost, remove });
