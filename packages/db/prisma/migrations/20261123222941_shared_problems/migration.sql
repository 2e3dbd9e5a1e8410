-- AlterTable
ALTER TABLE "import" ADD COLUMN     "shared_problems" JSONB;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "shared_problem" SMALLINT;
