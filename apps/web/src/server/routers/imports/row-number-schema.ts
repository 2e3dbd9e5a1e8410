/** The number of a row at the border: what is larger PostgreSQL would refuse in words of its own. */
import { z } from "zod";

/** From 1; 0 is the place before the first row. PostgreSQL counts no further in an integer. */
export const rowNumberSchema = z.int().min(0).max(2_147_483_647);
