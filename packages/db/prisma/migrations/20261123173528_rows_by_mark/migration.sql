-- Which rows share a cause was one row each: nearly a million for a file of a million in which nobody has a way in, and most of
-- what a plan took. Now 256 row numbers lie together.
CREATE TABLE "import_mark" (
    "import_id" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "rows" INTEGER[],

    CONSTRAINT "import_mark_pkey" PRIMARY KEY ("import_id","cause","block")
);

-- CreateIndex
CREATE INDEX "import_mark_import_id_block_idx" ON "import_mark"("import_id", "block");

INSERT INTO "import_mark" ("import_id", "cause", "block", "rows")
SELECT "import_id", "cause", "row_no" >> 8, array_agg("row_no" ORDER BY "row_no") FROM "import_problem" GROUP BY 1, 2, 3;

-- DropTable
DROP TABLE "import_problem";

-- AddForeignKey
ALTER TABLE "import_mark" ADD CONSTRAINT "import_mark_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
