// Bringing databases to the state that this version of Rollcall needs; for the launcher, the worker and scripts,
// never for the web (it would bundle Prisma's engine).
export { applyMigrations, pendingMigrations, type MigrationOptions } from "./apply-migrations";
export { checkMigrations, type CheckMigrationsOptions, type MigrationCheck } from "./check-migrations";
export { createMigration, type CreatedMigration, type CreateMigrationOptions } from "./create-migration";
export { MigrationError, type MigrationFault } from "./migration-error";
