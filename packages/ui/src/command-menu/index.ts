// What pages import from @rollcall/ui/command-menu.
export { CommandMenu, useCommandKey } from "./command-menu";
export type { CommandGroup, CommandItem, CommandMenuProps } from "./command-types";
