-- How many mails of an import were sent and how many failed: asked for at every look at a running import, and of every import in
-- their list. Counted where it happens, not by reading a million mails. In slots, so that mails that are sent at one moment do not
-- wait for each other.
CREATE TABLE "import_mail" (
    "import_id" BIGINT NOT NULL,
    "slot" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_mail_pkey" PRIMARY KEY ("import_id","slot")
);

CREATE FUNCTION count_import_mail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sent_now int := (NEW.state = 'SENT')::int;
  failed_now int := (NEW.state IN ('FAILED', 'UNKNOWN'))::int;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    sent_now := sent_now - (OLD.state = 'SENT')::int;
    failed_now := failed_now - (OLD.state IN ('FAILED', 'UNKNOWN'))::int;
  END IF;
  INSERT INTO import_mail AS m (import_id, slot, sent, failed) VALUES (NEW.import_id, NEW.id & 15, sent_now, failed_now)
  ON CONFLICT (import_id, slot) DO UPDATE SET sent = m.sent + EXCLUDED.sent, failed = m.failed + EXCLUDED.failed;
  RETURN NULL;
END
$$;

-- The commit of an import queues its mails and nothing else; it pays for the look at the condition only.
CREATE TRIGGER count_import_mail_made AFTER INSERT ON message FOR EACH ROW
  WHEN (NEW.import_id IS NOT NULL AND NEW.state IN ('SENT', 'FAILED', 'UNKNOWN')) EXECUTE FUNCTION count_import_mail();
CREATE TRIGGER count_import_mail_moved AFTER UPDATE ON message FOR EACH ROW
  WHEN (NEW.import_id IS NOT NULL AND OLD.state IS DISTINCT FROM NEW.state
        AND (NEW.state IN ('SENT', 'FAILED', 'UNKNOWN') OR OLD.state IN ('SENT', 'FAILED', 'UNKNOWN'))) EXECUTE FUNCTION count_import_mail();

INSERT INTO import_mail (import_id, slot, sent, failed)
SELECT import_id, id & 15, count(*) FILTER (WHERE state = 'SENT'), count(*) FILTER (WHERE state IN ('FAILED', 'UNKNOWN'))
  FROM message WHERE import_id IS NOT NULL AND state IN ('SENT', 'FAILED', 'UNKNOWN') GROUP BY 1, 2;
