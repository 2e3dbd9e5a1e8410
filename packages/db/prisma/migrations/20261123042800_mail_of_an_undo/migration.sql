-- AlterTable
ALTER TABLE "message" ADD COLUMN     "cancelled_account_id" BIGINT,
ADD COLUMN     "cancelled_by_id" BIGINT;

-- By hand: Prisma's schema has no indexes of part of a table, nor of an expression. Who goes by a user name or account code is
-- asked by forms and by undos.
CREATE INDEX "account_username_idx" ON "account" (lower("username")) WHERE "username" IS NOT NULL;
CREATE INDEX "account_code_idx" ON "account" ("account_code") WHERE "account_code" IS NOT NULL;
COMMENT ON INDEX "account_username_idx" IS 'by hand: of an expression, where there is one';
COMMENT ON INDEX "account_code_idx" IS 'by hand: where there is one';
