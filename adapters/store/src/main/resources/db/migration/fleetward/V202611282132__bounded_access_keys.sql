-- regions are separated by commas; none for everywhere.
ALTER TABLE access_key ADD COLUMN expires_at BIGINT;
ALTER TABLE access_key ADD COLUMN regions TEXT NOT NULL DEFAULT '';
ALTER TABLE access_key ADD COLUMN last_used_at BIGINT;
