/** What a plan needs to know besides the rows and the organisation; data, but for the question which name is near. */

export interface PlanOptions {
  mode: "create" | "upsert" | "update";
  groupMode: "add" | "replace";
  mail: "file" | "always" | "never";
  /** groups every row is put into: names and importer's nameKeys, parallel */
  groups: { name: string; key: string }[];
  /** the file is the member list of `groups`: members outside it are taken out (sources/004, "Group override") */
  memberList: boolean;
  rules: PlanRules;
  /** to which administrators the yes of `rules.grantRoles` was said, by rank; null: to those that this plan makes */
  granted: readonly number[] | null;
  /** a single one of these codes stops the whole file */
  stopsOn: readonly string[];
  /** the one that was probably meant, null when none is near */
  nearest: (text: string, candidates: readonly string[]) => string | null;
}

/** The rules of the plan's SQL, as the JSON it reads. */
export interface PlanRules {
  /** the file's headers by flat key */
  headers: Record<string, string>;
  /** the names of the file's attribute columns by nameKey */
  attributeNames: Record<string, string>;
  /** administrators that exist are skipped */
  protectAdministrators: boolean;
  /** groups of the rows are left aside */
  noGroups: boolean;
  /** put on every address of the file; a row's own goes before */
  note: string | null;
  /** new accounts without a plan get the default one, and there must be one */
  demandsPlan: boolean;
  /** new accounts need a password */
  demandsPassword: boolean;
  /** addresses are made of user names: problems speak of those */
  byUsername: boolean;
  /** account_rank of whom it is planned for: 0 Master … 7 User */
  actorRank: number;
  /** a person said yes to making administrators */
  grantRoles: boolean;
  /** admin roles are cells that only a Master may fill */
  guardAdminRole: boolean;
}
