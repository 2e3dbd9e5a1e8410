-- AlterTable
ALTER TABLE "import_removal" ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "undo_row" ADD COLUMN     "same_as" INTEGER;
