-- Rows that are corrected before the commit, problems by cause, undo as an import of its own, and a commit that can be stopped.

-- CreateEnum
CREATE TYPE "UndoHeap" AS ENUM ('RESTORED', 'REMOVED', 'KEPT', 'GONE');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "created_row_no" INTEGER;

-- AlterTable
ALTER TABLE "change" ALTER COLUMN "before" DROP NOT NULL,
ALTER COLUMN "after" DROP NOT NULL;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "causes" JSONB,
ADD COLUMN     "continues_id" BIGINT,
ADD COLUMN     "indexed_at" TIMESTAMPTZ(3),
ADD COLUMN     "redacted_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "undoes_id" BIGINT;

-- AlterTable
ALTER TABLE "import_progress" ADD COLUMN     "backend_pid" INTEGER,
ADD COLUMN     "cancel_requested_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "added" JSONB,
ADD COLUMN     "decision" TEXT,
ADD COLUMN     "link_account_id" BIGINT,
ADD COLUMN     "original" TEXT[];

-- CreateTable
CREATE TABLE "import_problem" (
    "import_id" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "row_no" INTEGER NOT NULL,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("import_id","cause","row_no")
);

-- CreateTable
CREATE TABLE "import_edit" (
    "id" BIGSERIAL NOT NULL,
    "import_id" BIGINT NOT NULL,
    "step" JSONB NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "by_id" BIGINT,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_edit_row" (
    "edit_id" BIGINT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_edit_row_pkey" PRIMARY KEY ("edit_id","row_no")
);

-- CreateTable
CREATE TABLE "undo_row" (
    "import_id" BIGINT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "account_id" BIGINT NOT NULL,
    "heap" "UndoHeap" NOT NULL,
    "reason" TEXT,
    "email" TEXT,
    "full_name" TEXT,
    "version" INTEGER,

    CONSTRAINT "undo_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateIndex
CREATE INDEX "import_problem_import_id_row_no_idx" ON "import_problem"("import_id", "row_no");

-- CreateIndex
CREATE INDEX "import_edit_import_id_id_idx" ON "import_edit"("import_id", "id");

-- CreateIndex
CREATE INDEX "undo_row_import_id_heap_row_no_idx" ON "undo_row"("import_id", "heap", "row_no");

-- CreateIndex
CREATE INDEX "import_file_sha256_idx" ON "import"("file_sha256");

-- CreateIndex
CREATE INDEX "import_undoes_id_idx" ON "import"("undoes_id");

-- CreateIndex
CREATE INDEX "import_continues_id_idx" ON "import"("continues_id");

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_edit" ADD CONSTRAINT "import_edit_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_edit_row" ADD CONSTRAINT "import_edit_row_edit_id_fkey" FOREIGN KEY ("edit_id") REFERENCES "import_edit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_row" ADD CONSTRAINT "undo_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "review_segment" (
    "import_id" BIGINT NOT NULL,
    "segment" INTEGER NOT NULL,
    "blocks" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_segment_pkey" PRIMARY KEY ("import_id","segment")
);

-- CreateTable
CREATE TABLE "review_slice" (
    "import_id" BIGINT NOT NULL,
    "segment" INTEGER NOT NULL,
    "slice" INTEGER NOT NULL,
    "bits" BYTEA NOT NULL,

    CONSTRAINT "review_slice_pkey" PRIMARY KEY ("import_id","segment","slice")
);

-- CreateTable
CREATE TABLE "review_block" (
    "import_id" BIGINT NOT NULL,
    "block" INTEGER NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_block_pkey" PRIMARY KEY ("import_id","block")
);

-- AddForeignKey
ALTER TABLE "review_segment" ADD CONSTRAINT "review_segment_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_slice" ADD CONSTRAINT "review_slice_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_block" ADD CONSTRAINT "review_block_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: the search index of a review is made from rows that are there, and again when it is lost; its writing costs no log.
-- Bits are read a few at a time out of the middle, which compression would forbid. review_block is logged: an edit is not lost.
ALTER TABLE "review_segment" SET UNLOGGED;
ALTER TABLE "review_slice" SET UNLOGGED;
ALTER TABLE "review_slice" ALTER COLUMN "bits" SET STORAGE EXTERNAL;

-- Mails of no import go first: who asked for a link does not wait behind a file.
CREATE INDEX "message_due_alone_idx" ON "message" ("next_attempt_at", "id") WHERE "state" IN ('QUEUED', 'RETRYING') AND "import_id" IS NULL;
