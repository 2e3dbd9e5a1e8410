// The names of the formats. Apart from model/format so that what only names one need not know what one is.

/** Every format of the product; `ImplementedFormatId` (src/formats/registry) says which can be read already. */
export type FormatId =
  | "hosted-users"
  | "mobile-security"
  | "connect"
  | "control-panel"
  | "directory-spreadsheet"
  | "rollcall"
  | "custom";
