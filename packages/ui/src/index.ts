// What pages import from @rollcall/ui. The heavy pieces have their own doors: ./data-grid,
// ./charts, ./command-menu, ./tabs.
export { AlertDialog } from "./alert-dialog";
export type { AlertDialogProps } from "./alert-dialog";
export { AppShell, NavigationButton, RailButton } from "./app-shell";
export type { AppShellProps } from "./app-shell";
export { Aside, AsideSection } from "./aside";
export type { AsideProps, AsideSectionProps } from "./aside";
export { Avatar, initials } from "./avatar";
export type { AvatarProps } from "./avatar";
export { Badge } from "./badge";
export type { BadgeProps, Tone } from "./badge";
export { BottomBar } from "./bottom-bar";
export type { BottomBarProps } from "./bottom-bar";
export { Breadcrumbs } from "./breadcrumbs";
export type { BreadcrumbsProps, Crumb } from "./breadcrumbs";
export { Button, buttonClass } from "./button";
export type { ButtonProps, ButtonSize, ButtonVariant } from "./button";
export { Callout } from "./callout";
export type { CalloutProps } from "./callout";
export { Card, CardRow } from "./card";
export type { CardProps, CardRowProps } from "./card";
export { CellProblem } from "./cell-problem";
export type { CellProblemProps } from "./cell-problem";
export { Checkbox } from "./checkbox";
export type { CheckboxProps } from "./checkbox";
export { AddChip, Chip, ChipList } from "./chip";
export type { ChipProps } from "./chip";
export { classNames } from "./class-names";
export { Combobox } from "./combobox";
export type { ComboboxItem, ComboboxProps } from "./combobox";
export { CopyButton } from "./copy-button";
export type { CopyButtonProps } from "./copy-button";
export { CountItem } from "./count-item";
export type { CountItemProps } from "./count-item";
export { DefinitionList, DefinitionRow } from "./definition-list";
export type { DefinitionListProps, DefinitionRowProps } from "./definition-list";
export { Dialog } from "./dialog";
export type { DialogProps } from "./dialog";
export { DiffList, DiffValue } from "./diff-value";
export type { DiffValueProps } from "./diff-value";
export { Drawer } from "./drawer";
export type { DrawerProps } from "./drawer";
export { Dropzone, hasExtension } from "./dropzone";
export type { DropzoneProps } from "./dropzone";
export { EmptyState, ErrorState, NotFound, NothingFound } from "./empty-state";
export type { EmptyStateProps, ErrorStateProps, NotFoundProps, NothingFoundProps } from "./empty-state";
export { FactItem } from "./fact-item";
export type { FactItemProps } from "./fact-item";
export { Field } from "./field";
export type { FieldProps } from "./field";
export { FilterChip, FilterPart } from "./filter-chip";
export type { FilterChipProps } from "./filter-chip";
export { FormSection } from "./form-section";
export type { FormSectionProps } from "./form-section";
export { formatCompact, formatNumber, formatShare } from "./format-number";
export { formatClock, formatDay, formatExact, formatRelative } from "./format-time";
export type { TimeFormat } from "./format-time";
export { IconButton } from "./icon-button";
export type { IconButtonProps } from "./icon-button";
export { InlineEdit } from "./inline-edit";
export type { InlineEditProps, SaveAnswer } from "./inline-edit";
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
export { NoticeItem } from "./notice-item";
export type { NoticeItemProps } from "./notice-item";
export { Num } from "./num";
export type { NumProps } from "./num";
export { PageHeader, Toolbar, ToolbarSeparator } from "./page-header";
export type { PageHeaderProps } from "./page-header";
export { Panel, PanelBody } from "./panel";
export type { PanelBodyProps } from "./panel";
export { PasswordInput, StrengthMeter } from "./password-input";
export type { PasswordInputProps, StrengthMeterProps } from "./password-input";
export { AnchoredPopover, Popover } from "./popover";
export type { AnchoredPopoverProps, PopoverProps } from "./popover";
export { PopoverChoice } from "./popover-choice";
export type { PopoverChoiceProps } from "./popover-choice";
export { Progress } from "./progress";
export type { ProgressProps } from "./progress";
export { RadioGroup } from "./radio-group";
export type { RadioGroupProps, RadioOption } from "./radio-group";
export { RelativeTime } from "./relative-time";
export type { RelativeTimeProps } from "./relative-time";
export type { RenderProp } from "./render-element";
export { SearchInput, isTyping } from "./search-input";
export type { SearchInputProps } from "./search-input";
export { SegmentedControl } from "./segmented-control";
export type { SegmentOption, SegmentedControlProps } from "./segmented-control";
export { Select } from "./select";
export type { SelectGroup, SelectOption, SelectProps } from "./select";
export { Sidebar, SidebarItem, SidebarSearch, SidebarSection, SidebarUser, useSidebarForm } from "./sidebar";
export type {
  SidebarForm,
  SidebarItemProps,
  SidebarProps,
  SidebarSearchProps,
  SidebarUserProps,
} from "./sidebar";
export { Skeleton, SkeletonRows } from "./skeleton";
export type { SkeletonRowsProps } from "./skeleton";
export { Spinner } from "./spinner";
export { SplitPage } from "./split-page";
export type { SplitPageProps } from "./split-page";
export { StageList } from "./stage-list";
export type { Stage, StageState } from "./stage-list";
export { Stat, StatGroup, StatTile, StatTileGroup } from "./stat";
export type { StatProps, StatTileGroupProps, StatTileProps } from "./stat";
export { Stepper } from "./stepper";
export type { Step, StepperProps } from "./stepper";
export { ActionBarButton, StickyActionBar } from "./sticky-action-bar";
export type { ActionBarButtonProps, StickyActionBarProps } from "./sticky-action-bar";
export { Switch } from "./switch";
export type { SwitchProps } from "./switch";
export { TabLinks } from "./tab-links";
export type { TabLink } from "./tab-links";
export { RowLink, TBody, THead, Table, Td, Th, Tr } from "./table";
export type { CellProps, RowLinkProps, TableProps, TrProps } from "./table";
export { TallyField } from "./tally-field";
export type { TallyFieldProps } from "./tally-field";
export { Textarea } from "./textarea";
export type { TextareaProps } from "./textarea";
export { readTheme, themeScript, writeTheme } from "./theme";
export type { Theme } from "./theme";
export { ThemeScript } from "./theme-script";
export { ThemeToggle, useTheme } from "./theme-toggle";
export { Timeline } from "./timeline";
export type { TimelineItem } from "./timeline";
export { ToastProvider, useToast } from "./toast";
export type { ToastAction, ToastApi, ToastOptions, ToastProgress } from "./toast";
export { Tooltip } from "./tooltip";
export type { TooltipProps } from "./tooltip";
