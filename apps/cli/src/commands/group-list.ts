/** `rollcall group list`: the groups and how many accounts are in each. */
import { listGroups } from "@rollcall/accounts";
import { listCommand } from "../house/named-commands";

export const command = listCommand("groups", listGroups);
