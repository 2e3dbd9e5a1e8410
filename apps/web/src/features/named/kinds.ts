/**
 * Groups and departments are lists and pages of the same form; this is all in which they differ. Pure words and
 * addresses.
 */
export type NamedKind = "group" | "department";

export interface KindWords {
  kind: NamedKind;
  one: string;
  many: string;
  title: string;
  href: string;
  /** the filter of the list of users */
  param: string;
  emptyTitle: string;
  emptyWords: string;
  deleteWords: string;
}

export const kinds: Record<NamedKind, KindWords> = {
  group: {
    kind: "group",
    one: "group",
    many: "groups",
    title: "Groups",
    href: "/groups",
    param: "group",
    emptyTitle: "No groups yet",
    emptyWords: "A group gathers people who belong together. Imports make the groups that a file names.",
    deleteWords: "Its members keep their accounts and their other groups.",
  },
  department: {
    kind: "department",
    one: "department",
    many: "departments",
    title: "Departments",
    href: "/departments",
    param: "department",
    emptyTitle: "No departments yet",
    emptyWords: "Everybody is in one department at most. Imports make the departments that a file names.",
    deleteWords: "Its people keep their accounts, without a department.",
  },
};
