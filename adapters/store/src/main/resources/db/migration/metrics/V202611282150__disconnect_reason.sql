-- Why a connection ended, in the words of the lifecycle events; null while it lasts, and when nobody saw it end.
ALTER TABLE client_connection ADD COLUMN end_reason TEXT;
UPDATE client_connection SET end_reason = 'DUPLICATE_CLIENTID' WHERE is_taken_over = 1;
ALTER TABLE client_connection DROP COLUMN is_taken_over;
