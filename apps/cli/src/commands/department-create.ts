/** `rollcall department create`: a new, empty department. */
import { createDepartment } from "@rollcall/accounts";
import { createCommand } from "../house/named-commands";

export const command = createCommand("department", createDepartment);
