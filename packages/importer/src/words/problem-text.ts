// Every problem in plain words: the one table from code to sentence. A code without words does not compile.
// It makes nothing up: what it says it takes from the problem's parameters.
import { neverCalculated } from "../checks/text-spreadsheet-error";
import { encodingNames as names } from "../intake/encodings";
import type { Problem } from "../model/problem";
import type { AddressFault, PasswordReason, ProblemCode, ProblemParams } from "../model/problem-params";
import { importNumber } from "./import-number";
import { characters, grouped, list, megabytes, quoted } from "./phrases";

type Words = { [C in ProblemCode]: (p: ProblemParams[C]) => string };

const addressFaults: Record<AddressFault, string> = {
  "no-at": "it has no @",
  several: "there must be exactly one address in a cell",
  local: "the part before the @ is not valid",
  domain: "the part after the @ is not a mail domain",
  "too-long": "it is longer than 254 characters",
};

const passwordReasons: Record<PasswordReason, (p: ProblemParams["password.policy"]) => string> = {
  "too-short": (p) => `The password is too short: it needs at least ${characters(p.minLength)}.`,
  "too-long": (p) => `The password is too long: ${characters(p.maxLength)} at most.`,
  common: () => "The password is a common one, easily guessed.",
  "own-address": () => "The password is the person’s own address.",
  "own-name": () => "The password is the person’s own name.",
};

const notAnAddress = (p: { value: string; reason: AddressFault }): string =>
  `${quoted(p.value)} is not a valid address: ${addressFaults[p.reason]}.`;
const by = (name: string | undefined): string => (name === undefined || name === "" ? "" : ` by ${name}`);
const didYouMean = (name: string | undefined): string =>
  name === undefined || name === "" ? "" : ` Did you mean ${quoted(name)}?`;
const tooLong = (what: string, p: { length: number; limit: number }): string =>
  `The ${what} has ${characters(p.length)}; ${grouped(p.limit)} are allowed.`;
const mustBeSwitch = (
  what: string,
  p: { value: string; header?: string; accepted?: string },
  accepted = "yes or no",
): string =>
  `${p.header === undefined ? what : quoted(p.header)} must be ${p.accepted ?? accepted}, not ${quoted(p.value)}.`;

const words: Words = {
  "file.empty": () => "The file is empty.",
  "file.unknown-format": (p) =>
    `No format that is known begins like this file${p.found === "" ? "" : `: ${p.found}`}. Say what each column is: match them in the console, or give a mapping file.`,
  "file.no-header": (p) =>
    `There is no header with ${list(p.missing)}. ${p.found === "" ? "The first row with content holds no header." : `These headers were found: ${p.found}.`}`,
  "file.checkpoint-missing": (p) =>
    "No cell from A1 to M99 holds exactly “email”, so it is not clear where the list begins." +
    (p.near === undefined
      ? ""
      : ` ${p.cell ?? ""} holds ${quoted(p.near)}: write it in small letters, without spaces.`),
  "file.name-column": (p) =>
    `The cell right of “email” must be exactly “name”; ${p.found === "" ? "it is empty" : `it is ${quoted(p.found)}`}.`,
  "file.password-column": (p) =>
    `“password” must be right of “name”; it was found in column ${p.column} and is not read there.`,
  "file.encoding": (p) =>
    `This line holds a byte (${p.byte}) that is not ${encodingNames[p.encoding] ?? p.encoding}. ` +
    (p.offer === ""
      ? "Save the file as UTF-8."
      : `Save the file as UTF-8, or read it as ${encodingNames[p.offer] ?? p.offer}${p.character === "" ? "" : `, where that byte is ${quoted(p.character)}`}.`) +
    (p.alternatives === undefined || p.alternatives === ""
      ? ""
      : ` Its letters look like ${list(
          p.alternatives
            .split(",")
            .map((id) => encodingNames[id] ?? id)
            .join(", "),
        )}.`),
  "file.encrypted": (p) =>
    `The file is ${p.what} and protected by a password. Take the protection off first.`,
  "file.corrupt": (p) => `The file is damaged: ${p.what}.`,
  "file.too-large": (p) => `The file is larger than the ${megabytes(p.limit)} that one file may have.`,
  "file.too-many-rows": (p) => `The file has more than the ${grouped(p.limit)} rows that one file may have.`,
  "file.too-many-columns": (p) =>
    `The table has more than the ${grouped(p.limit)} columns that one file may have.`,
  "file.unterminated-quote": () =>
    "A quote is opened on this line and never closed, so everything below it is one cell.",
  "file.cell-too-long": (p) =>
    `A cell that begins on this line has more than ${characters(p.limit)}.${p.quoted === 1 ? " Is its closing quote missing?" : ""}`,
  "file.unsupported": (p) =>
    `This is ${p.what}${p.extension === "" ? "" : `, although its name ends in ${quoted(p.extension)}`}. ${p.advice}`,
  "file.no-sheet": (p) => `The workbook has no sheet ${quoted(p.sheet)}. It has: ${p.found}.`,
  "file.corrections": (p) =>
    `These are corrections of rows of ${importNumber(p.import)} (${p.file}). ${
      p.waits === "review"
        ? "It waits for review: open it and drop the file there."
        : "They wait there: open it, go on with the rows that wait, and drop the file there."
    } The passwords are not in this file; dropped there, its rows keep theirs. To import it all the same, take the column “Rollcall row” out.`,
  "column.unknown": (p) => `Column ${grouped(p.position)}, ${quoted(p.header)}, is not used by this format.`,
  "column.repeated": (p) =>
    `Column ${grouped(p.position)} is ${quoted(p.header)} once more; only column ${grouped(p.first)} is read.`,
  "column.near-miss": (p) =>
    `The heading ${quoted(p.header)} is not ${quoted(p.meant)}, which it looks like. Headings must match exactly, case included.`,
  "column.missing": (p) =>
    `The file has no ${list(p.missing)}, which its mapping needs. ${p.found === "" ? "No headers were found." : `These headers were found: ${p.found}.`}`,
  "row.too-many-values": (p) =>
    `The row has ${grouped(p.values)} values, the table ${grouped(p.columns)} columns. Is a value that holds a separator missing its quotes?`,
  "row.too-few-values": (p) =>
    `The row has ${grouped(p.values)} of the ${grouped(p.needed)} values it needs.`,
  "row.header-skipped": () => "This line names the values and is not read as an account.",
  "row.control-character": (p) =>
    p.character === "U+FFFD"
      ? "The cell holds “\uFFFD”: a letter was lost when the file was saved."
      : `The cell holds a character that cannot be stored (${p.character}).`,
  "row.misplaced-quote": () =>
    "A quote inside the cell is not doubled, or a closing quote is missing, so it is not clear where the cell ends.",
  "row.blank-not-allowed": (p) =>
    p.marked === undefined
      ? "This cell may not be empty."
      : "“{clear}” cannot be used in this column: no import empties it. Give a value, or leave the cell empty to keep what there is.",
  "row.cleared-and-filled": () =>
    "“{clear}” empties the list, but another cell of this row fills it. Keep one of the two.",
  "row.changed-since-preview": () =>
    "After the preview was made somebody changed this account, or a department or group that the row names, or gave an address or the user name of the row to another account. Nothing was overwritten; import the row again.",
  "link.gone": () => "The account that this row was linked to is gone. Link it to another, or to none.",
  "link.duplicate": (p) => `Line ${grouped(p.firstLine)} means the same account.`,
  "text.double-encoded": (p) =>
    `${quoted(p.value)} was saved in the wrong encoding on its way here; it should probably be ${quoted(p.better)}.`,
  "text.odd-space": (p) => `${quoted(p.value)} holds a space that is not an ordinary one.`,
  "text.smart-quotes": (p) => `The value ${p.value} is in quotes.`,
  "text.invisible": (p) => `${quoted(p.value)} holds a character that cannot be seen (${p.character}).`,
  "cell.number-damaged": (p) =>
    `${quoted(p.value)} is a long number that a spreadsheet has shortened; its last digits are lost.`,
  "cell.date-damaged": (p) => `${quoted(p.value)} may be a code that a spreadsheet has taken for a date.`,
  "cell.spreadsheet-error": (p) =>
    p.value === neverCalculated
      ? "The cell holds a formula that was never worked out. Open the file in a spreadsheet, save it there and import it again, or give the value here."
      : `The cell holds the spreadsheet’s error ${quoted(p.value)} instead of a value.`,
  "email.missing": () => "The address is empty.",
  "email.invalid": notAnAddress,
  "email.spaces": (p) => `The address ${quoted(p.value)} has a space in it.`,
  "email.quoted": (p) => `The address ${quoted(p.value)} is in quotes.`,
  "email.duplicate": (p) => `The same address is on line ${grouped(p.firstLine)}.`,
  "email.taken": (p) => `The address ${quoted(p.value)} is already in use${by(p.by)}.`,
  "email.foreign-domain": (p) => `${quoted(p.domain)} is not one of your domains.${didYouMean(p.nearest)}`,
  "email.confusable": (p) => confusables[p.reason](p.part),
  "username.missing": () => "The user name is empty.",
  "username.invalid": (p) =>
    `The user name ${quoted(p.value)} is not valid: 1 to 15 letters (a to z) and digits, no spaces.`,
  "username.duplicate": (p) => `The same user name is on line ${grouped(p.firstLine)}.`,
  "username.taken": (p) => `The user name ${quoted(p.value)} is already in use${by(p.by)}.`,
  "username.too-long": (p) => tooLong("user name", p),
  "alias.invalid": notAnAddress,
  "alias.duplicate": (p) => `The alias ${quoted(p.value)} is on line ${grouped(p.firstLine)} too.`,
  "alias.taken": (p) => `The alias ${quoted(p.value)} is already in use${by(p.by)}.`,
  "alias.own-address": (p) => `The alias ${quoted(p.value)} is the account’s own address.`,
  "alias.too-many": (p) => `There are more than ${grouped(p.limit)} aliases.`,
  "delegate.invalid": notAnAddress,
  "delegate.too-many": (p) => `There are more than ${grouped(p.limit)} delegates.`,
  "contact-email.invalid": notAnAddress,
  "exchange.incomplete": (p) => `The Exchange account lacks its ${p.missing}: both or none.`,
  "name.missing": () => "The full name is empty.",
  "name.too-long": (p) => tooLong("name", p),
  "department.too-long": (p) => tooLong("department’s name", p),
  "group.too-long": (p) => tooLong("group’s name", p),
  "phone.too-long": (p) => tooLong("phone number", p),
  "description.too-long": (p) => tooLong("description", p),
  "plan.missing": () => "No plan is given, and there is no default plan.",
  "plan.unknown": (p) => `There is no plan ${quoted(p.value)}.${didYouMean(p.nearest)}`,
  "plan.disabled": (p) => `The plan ${quoted(p.value)} is disabled.`,
  "attribute.new": (p) => `The attribute ${quoted(p.value)} will be created.`,
  "attribute.name-too-long": (p) => tooLong("attribute’s name, the heading of this column,", p),
  "attribute.too-long": (p) => tooLong("attribute’s value", p),
  "group.new": (p) => `The group ${quoted(p.value)} will be created.`,
  "department.new": (p) => `The department ${quoted(p.value)} will be created.`,
  "password.missing": () => "The password is empty, and your settings ask for one.",
  "password.policy": (p) => passwordReasons[p.reason](p),
  "password.no-way-in": () => "There is no password and no welcome mail, so this person will have no way in.",
  "password.ignored": (p) =>
    p.list === undefined
      ? "The account exists already, and no file sets its password: the one in the cell is not used."
      : "A distribution list has no sign-in: the password in the cell is not used.",
  "password.reused": (p) => `The same password is on line ${grouped(p.firstLine)}.`,
  "password.gone": () =>
    "The password of the file is no longer kept. Type it again, or let a welcome mail ask for one.",
  "send-email.invalid": (p) => mustBeSwitch("Send email", p, "Yes or No"),
  "must-change-password.invalid": (p) => mustBeSwitch("“Must change the password”", p),
  "password-never-expires.invalid": (p) => mustBeSwitch("“Password never expires”", p),
  "locked-out.invalid": (p) => mustBeSwitch("“Locked out”", p),
  "pop.invalid": (p) => mustBeSwitch("POP", p),
  "submit.invalid": (p) => mustBeSwitch("SMTP submission", p),
  "pop.external": (p) => `POP is only for addresses on your own domains; ${quoted(p.domain)} is none.`,
  "submit.external": (p) =>
    `SMTP submission is only for addresses on your own domains; ${quoted(p.domain)} is none.`,
  "enabled.invalid": (p) => mustBeSwitch("“Enabled?”", p, "true or false"),
  "admin.invalid": (p) => mustBeSwitch("“Admin?”", p, "true or false"),
  "role.invalid": (p) => `The role must be Administrator or User, not ${quoted(p.value)}.`,
  "role.grant-not-confirmed": () =>
    "This row would make an administrator. Say yes to that for the import, or make the role User.",
  "role.above-yours": (p) =>
    `The role ${p.role} is above your own: you can neither grant it nor change anybody who has it.`,
  "admin-role.invalid": (p) => `${quoted(p.value)} is not an administrator’s role.`,
  "admin-role.of-user": (p) => `The row says User, but names the administrator’s role ${quoted(p.value)}.`,
  "admin-role.forbidden": () => "Only a Master administrator may set an administrator’s role.",
  "account-code.forbidden": () => "Only Master and Migration administrators may set the remote account code.",
  "account-code.too-long": (p) => tooLong("remote account code", p),
  "kind.invalid": (p) => `The kind must be person or list, not ${quoted(p.value)}.`,
  "protected-account.forbidden": () =>
    "This is an administrator with a protected role; only another one may change this.",
  "last-master": () =>
    "This is the last Master administrator, who can be neither demoted, disabled nor deleted.",
  "import.forbidden": () => "Your role may not import accounts.",
  "brackets.typed": () =>
    "The value is in brackets. In the manual they only mark what is to be replaced; they are not typed.",
  "domain.missing": () =>
    "No domain is chosen, so the user names make no addresses yet. Choose one of your domains.",
  "domain.unknown": (p) => `${quoted(p.domain)} is not one of your domains.`,
  "note.too-long": (p) => tooLong("note", p),
  "group.unknown": (p) => `There is no group ${quoted(p.value)}.`,
};

const encodingNames: Record<string, string> = names;

const confusables = {
  "mixed-script": (part: string) => `${quoted(part)} mixes letters of different scripts that can look alike.`,
  lookalike: (part: string) => `${quoted(part)} is written in letters that look like others.`,
  invisible: () => "The address held a character that cannot be seen; it was taken out.",
} satisfies Record<ProblemParams["email.confusable"]["reason"], (part: string) => string>;

/** The problem in plain words: what is wrong, with the values that matter. Never a code, never a password. */
export function describeProblem(problem: Problem): string {
  // makeProblem ties the parameters to the code; the table is looked up by that same code.
  const text = words[problem.code] as (params: Problem["params"]) => string;
  return text(problem.params);
}

/** What is made when the import is carried out, told as done. */
const doneWords: { [C in ProblemCode]?: (p: ProblemParams[C]) => string } = {
  "attribute.new": (p) => `The attribute ${quoted(p.value)} was created.`,
  "group.new": (p) => `The group ${quoted(p.value)} was created.`,
  "department.new": (p) => `The department ${quoted(p.value)} was created.`,
};

/** As `describeProblem`, of an import that has been carried out: what it said would be made is told as made. */
export function describeProblemDone(problem: Problem): string {
  const text = doneWords[problem.code] as ((params: Problem["params"]) => string) | undefined;
  return text === undefined ? describeProblem(problem) : text(problem.params);
}

/** Why a password is refused, in plain words, for forms. */
export function describePasswordFault(fault: ProblemParams["password.policy"]): string {
  return words["password.policy"](fault);
}
