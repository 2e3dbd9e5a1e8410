-- People of one file in the order they came, and those of them who were never seen, come off the index.
-- DropIndex
DROP INDEX "account_created_import_id_idx";

-- CreateIndex
CREATE INDEX "account_created_import_id_id_idx" ON "account"("created_import_id", "id");

-- By hand (partial, which Prisma's schema cannot say). Who is new was never seen, so is in none of them: an import pays nothing.
-- Where a filter leaves people who were not seen for long, or never, a walk along all who were seen would find them last.
CREATE INDEX "account_last_seen_of_import_idx" ON "account" ("created_import_id", "last_seen_at", "id") WHERE "last_seen_at" IS NOT NULL;
CREATE INDEX "account_last_seen_of_department_idx" ON "account" ("department_id", "last_seen_at", "id") WHERE "last_seen_at" IS NOT NULL;
CREATE INDEX "account_last_seen_of_status_idx" ON "account"
  (account_status("enabled", "locked_out", "has_password", "kind"), "last_seen_at", "id") WHERE "last_seen_at" IS NOT NULL;

-- Accounts that came from no file, by when they came: they lie between files of a hundred thousand.
CREATE INDEX "account_manual_created_idx" ON "account" ("created_at", "id") WHERE "source" = 'MANUAL';
CREATE INDEX "account_directory_created_idx" ON "account" ("created_at", "id") WHERE "source" = 'DIRECTORY';
