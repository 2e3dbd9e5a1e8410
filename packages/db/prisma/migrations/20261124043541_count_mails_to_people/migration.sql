-- Of an import's mails those to its people are counted: what it promised. That its starter was told of its end, or that it waits
-- for them again, made "101 of 100 sent".
DROP TRIGGER count_import_mail_made ON message;
DROP TRIGGER count_import_mail_moved ON message;
CREATE TRIGGER count_import_mail_made AFTER INSERT ON message FOR EACH ROW
  WHEN (NEW.import_id IS NOT NULL AND NEW.kind IN ('welcome', 'invitation')
        AND NEW.state IN ('SENT', 'FAILED', 'UNKNOWN')) EXECUTE FUNCTION count_import_mail();
CREATE TRIGGER count_import_mail_moved AFTER UPDATE ON message FOR EACH ROW
  WHEN (NEW.import_id IS NOT NULL AND NEW.kind IN ('welcome', 'invitation') AND OLD.state IS DISTINCT FROM NEW.state
        AND (NEW.state IN ('SENT', 'FAILED', 'UNKNOWN') OR OLD.state IN ('SENT', 'FAILED', 'UNKNOWN'))) EXECUTE FUNCTION count_import_mail();

-- What was counted of the others goes.
WITH others AS (
  SELECT import_id, (id & 15)::int AS slot, count(*) FILTER (WHERE state = 'SENT')::int AS sent,
         count(*) FILTER (WHERE state IN ('FAILED', 'UNKNOWN'))::int AS failed
    FROM message WHERE import_id IS NOT NULL AND kind NOT IN ('welcome', 'invitation') AND state IN ('SENT', 'FAILED', 'UNKNOWN')
   GROUP BY 1, 2
)
UPDATE import_mail m SET sent = m.sent - o.sent, failed = m.failed - o.failed FROM others o
 WHERE o.import_id = m.import_id AND o.slot = m.slot;
