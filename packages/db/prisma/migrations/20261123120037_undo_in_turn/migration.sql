-- AlterTable
ALTER TABLE "import_removal" ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "undo_row" ADD COLUMN     "same_as" INTEGER;

-- What undos put back so far is what their imports had found.
UPDATE "undo_row" u SET "same_as" = (c."before"->>'version')::int
  FROM "import" i JOIN "change" c ON c."import_id" = i."undoes_id"
 WHERE i."id" = u."import_id" AND c."row_no" = u."row_no" AND c."account_id" = u."account_id"
   AND u."heap" = 'RESTORED' AND u."version" IS NOT NULL AND c."before" IS NOT NULL AND c."after" IS NOT NULL;

-- By hand: Prisma's schema has no indexes of part of a table. An undo asks which version an account is again, by the one it has.
CREATE INDEX "undo_row_same_as_idx" ON "undo_row" ("account_id", "version") WHERE "same_as" IS NOT NULL;
COMMENT ON INDEX "undo_row_same_as_idx" IS 'by hand: where there is one';

-- And that may be what an earlier undo had put back: each names the first of them.
DO $$
BEGIN
  LOOP
    UPDATE "undo_row" u SET "same_as" = s."same_as" FROM "undo_row" s
     WHERE s."account_id" = u."account_id" AND s."version" = u."same_as" AND s."same_as" IS NOT NULL AND s."same_as" < u."same_as";
    EXIT WHEN NOT FOUND;
  END LOOP;
END
$$;
