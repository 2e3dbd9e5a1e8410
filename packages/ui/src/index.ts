// What pages import from @rollcall/ui. The heavy pieces have their own doors: ./data-grid, ./charts, ./command-menu.
export { AlertDialog } from "./alert-dialog";
export type { AlertDialogProps } from "./alert-dialog";
export {
  AppShell,
  Aside,
  AsideSection,
  BottomBar,
  NavigationButton,
  Panel,
  PanelBody,
  RailButton,
} from "./app-shell";
export type {
  AppShellProps,
  AsideProps,
  AsideSectionProps,
  BottomBarProps,
  PanelBodyProps,
} from "./app-shell";
export { Badge } from "./badge";
export type { BadgeProps, Tone } from "./badge";
export { Button, buttonClass } from "./button";
export type { ButtonProps, ButtonSize, ButtonVariant } from "./button";
export { Card, CardRow } from "./card";
export type { CardProps, CardRowProps } from "./card";
export { Checkbox } from "./checkbox";
export type { CheckboxProps } from "./checkbox";
export { classNames } from "./class-names";
export { Dialog } from "./dialog";
export type { DialogProps } from "./dialog";
export { Drawer } from "./drawer";
export type { DrawerProps } from "./drawer";
export { EmptyState, ErrorState, NotFound, NothingFound } from "./empty-state";
export type { EmptyStateProps, ErrorStateProps, NotFoundProps, NothingFoundProps } from "./empty-state";
export { Field } from "./field";
export type { FieldProps } from "./field";
export { formatCompact, formatNumber, formatShare } from "./format-number";
export { IconButton } from "./icon-button";
export type { IconButtonProps } from "./icon-button";
export { Input } from "./input";
export type { ControlSize, InputProps } from "./input";
export { Kbd } from "./kbd";
export type { KbdProps } from "./kbd";
export { LocaleProvider, useReaderLocale } from "./locale";
export type { ReaderLocale } from "./locale";
export { Logo, LogoMark } from "./logo";
export type { LogoProps } from "./logo";
export { Menu, MenuCheckboxItem, MenuGroup, MenuItem, MenuRadioGroup, MenuSeparator, Submenu } from "./menu";
export type {
  MenuCheckboxItemProps,
  MenuItemProps,
  MenuProps,
  MenuRadioGroupProps,
  SubmenuProps,
} from "./menu";
export { PageHeader, Toolbar, ToolbarSeparator } from "./page-header";
export type { PageHeaderProps } from "./page-header";
export { PasswordInput, StrengthMeter } from "./password-input";
export type { PasswordInputProps, StrengthMeterProps } from "./password-input";
export { AnchoredPopover, Popover } from "./popover";
export type { AnchoredPopoverProps, PopoverProps } from "./popover";
export { Progress } from "./progress";
export type { ProgressProps } from "./progress";
export type { RenderProp } from "./render-element";
export { Select } from "./select";
export type { SelectGroup, SelectOption, SelectProps } from "./select";
export { Sidebar, SidebarItem, SidebarSection, useSidebarForm } from "./sidebar";
export type { SidebarForm, SidebarItemProps, SidebarProps } from "./sidebar";
export { Spinner } from "./spinner";
export { RowLink, TBody, THead, Table, Td, Th, Tr } from "./table";
export type { CellProps, RowLinkProps, TableProps, TrProps } from "./table";
export { Textarea } from "./textarea";
export type { TextareaProps } from "./textarea";
export { ToastProvider, useToast } from "./toast";
export type { ToastAction, ToastApi, ToastOptions, ToastProgress } from "./toast";
export { Tooltip } from "./tooltip";
export type { TooltipProps } from "./tooltip";
