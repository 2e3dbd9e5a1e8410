// What the package offers: reading spreadsheets in a process that can be killed, and writing them.
export { openWorkbook } from "./open-workbook";
export { accountFileKind, type AccountFileKind, type AccountTable, writeAccounts } from "./write-accounts";
export { writeWorkbook } from "./write-workbook";
export { type WorkbookCell, WorkbookLimitError } from "./write/cell";
