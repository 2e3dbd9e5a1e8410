// What other packages' tests may use of the database. Nothing outside tests imports it.
export { testDatabase, type TestDatabase } from "./test-database";
