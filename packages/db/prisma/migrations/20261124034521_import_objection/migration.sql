-- AlterTable
ALTER TABLE "import" ADD COLUMN     "objection" TEXT;
