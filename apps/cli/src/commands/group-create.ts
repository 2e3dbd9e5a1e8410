/** `rollcall group create`: a new, empty group. */
import { createGroup } from "@rollcall/accounts";
import { createCommand } from "../house/named-commands";

export const command = createCommand("group", createGroup);
