// What the importer offers. Everything else in this package is its own business.
export { addressKey, domainOf } from "./address/address-key";
export { domainKey } from "./address/domain-key";
export { nameKey } from "./address/name-key";
export { nearestText } from "./address/nearest-text";
export { checkRow, createFileContext, createRowChecker, type RowChecker } from "./check-row";
export { createPartChecker, isCuttable, type PartChecker, type PartTables } from "./check-part";
export { HashList } from "./checks/hash-list";
export { LineTable } from "./checks/line-table";
export { TextHash, type Salt } from "./checks/text-hash";
export { nameRow, parseRowName, type RowName } from "./edit/row-name";
export { readTable, TableFault } from "./edit/read-table";
export { createFileChecker } from "./file-checker";
export { lastRowEnd, type RowEnd } from "./intake/row-end";
export { quoteLiteral } from "./checks/literal-quote";
export { csvExport, type CsvExport } from "./formats/csv-export";
export { flattenRecord, type FlatValue } from "./flatten-record";
export { formatList, formats, isImplementedFormat, type ImplementedFormatId } from "./formats/registry";
export { escapeCell, unescapeCell } from "./intake/formula-quote";
export { encodingIds, encodingNames } from "./intake/encodings";
export { applyMapping } from "./mapping/apply-mapping";
export { describeColumns } from "./mapping/describe-columns";
export { headerFingerprint } from "./mapping/header-fingerprint";
export { parseMapping, type ParsedMapping } from "./mapping/parse-mapping";
export { suggestMapping, type SuggestedMapping } from "./mapping/suggest-mapping";
export {
  isMappingTarget,
  mappingTargets,
  placeOfTarget,
  targetOfPlace,
  type FieldPlace,
} from "./mapping/targets";
export { cellMasker, isSecretColumn, type CellMasker } from "./mask-cells";
export { defaultPasswordPolicy } from "./model/check";
export type { CheckOptions, FileContext, PasswordPolicy } from "./model/check";
export { flatKey } from "./model/flat-key";
export type { BlankRule, Mapping, MappingColumn, MappingTarget } from "./model/mapping";
export type {
  ExportAccount,
  ExportCell,
  Exporter,
  FormatDemands,
  ExportShape,
  ColumnSpec,
  Format,
  FormatMatch,
  ImportMode,
} from "./model/format";
export type { FormatId } from "./model/format-id";
export { batchRows, defaultLimits, headBytes, lengths } from "./model/limits";
export type { Limits } from "./model/limits";
export { clip, makeProblem } from "./model/problem";
export { defaultSeverity, type Severity } from "./model/severity";
export type { Fix, Problem, ProblemPlace } from "./model/problem";
export type {
  AddressFault,
  ConfusableReason,
  PasswordReason,
  ProblemCode,
  ProblemParams,
} from "./model/problem-params";
export type { ReadEvent, ReadOptions, RecogniseOptions } from "./model/read";
export type {
  ColumnMatch,
  ColumnStats,
  ContainerId,
  EncodingId,
  FormatGuess,
  Recognition,
  SheetGuess,
} from "./model/recognition";
export { emptyRecord, toPublicRecord } from "./model/record";
export type {
  AccountKind,
  AccountRecord,
  AdminRole,
  ExchangeAccount,
  FieldName,
  PublicRecord,
  Role,
} from "./model/record";
export type { CheckedRow, Row } from "./model/row";
export { WorkbookFault } from "./model/workbook";
export type {
  OpenedWorkbook,
  OpenWorkbook,
  SheetHead,
  WorkbookContainer,
  WorkbookResult,
} from "./model/workbook";
export { checkPassword, type PasswordFault, type PasswordOwner } from "./password/check-password";
export { previewEncoding, type EncodingChange } from "./preview-encoding";
export type { Part, PartEnd, PartTaker } from "./part-run";
export type { RowNames } from "./quick/quick-check";
export { readRecords } from "./read-records";
export { recognise } from "./recognise";
export { recogniseSheets } from "./recognise-sheets";
export { applyFix, setCell, setCellAt } from "./set-cell";
export { describePasswordFault, describeProblem, describeProblemDone } from "./words/problem-text";
export { fieldLabels } from "./words/field-label";
export { importNumber } from "./words/import-number";
export { problemTitle } from "./words/problem-title";
