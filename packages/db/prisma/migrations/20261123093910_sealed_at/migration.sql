-- AlterTable
ALTER TABLE "import" ADD COLUMN     "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- Keys that are there already are as old as their import.
UPDATE "import" SET "sealed_at" = "created_at" WHERE "sealed_key" IS NOT NULL;
