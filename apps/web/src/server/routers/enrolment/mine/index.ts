/** One's own devices. */
import { router } from "../../../trpc/init";
import { devices } from "./devices";
import { remove } from "./remove";
import { rename } from "./rename";
import { reportLost } from "./report-lost";

export const mineRouter = router({ devices, remove, rename, reportLost });
