/** The number of a row at the border: what is larger PostgreSQL would refuse in words of its own. */
import { z } from "zod";

/** From 1; 0 is the place before the first row. PostgreSQL counts no further in an integer. */
export const rowNumberSchema = z.int().min(0).max(2_147_483_647);

/** The number of a row of an undo: of the file, or below 0, a membership outside of it that a member list ended. */
export const undoRowNumberSchema = z.int().min(-2_147_483_648).max(2_147_483_647);
