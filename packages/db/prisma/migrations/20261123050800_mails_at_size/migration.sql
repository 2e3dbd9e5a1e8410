-- By hand (partial, which Prisma's schema cannot say). Mails that an import queues are in none of them until they are sent.
-- What was sent, newest first: behind a hundred thousand that wait it was found last.
CREATE INDEX "message_sent_idx" ON "message" ("id") WHERE "state" = 'SENT';
CREATE INDEX "message_sent_of_import_idx" ON "message" ("import_id", "id") WHERE "state" = 'SENT';
-- Mails of nobody any more, by where they went: an undo leaves as many as it takes people back.
CREATE INDEX "message_of_nobody_idx" ON "message" (lower("to_address"), "id") WHERE "account_id" IS NULL;
