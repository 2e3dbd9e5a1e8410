/** `rollcall department list`: the departments and how many accounts are in each. */
import { listDepartments } from "@rollcall/accounts";
import { listCommand } from "../house/named-commands";

export const command = listCommand("departments", listDepartments);
