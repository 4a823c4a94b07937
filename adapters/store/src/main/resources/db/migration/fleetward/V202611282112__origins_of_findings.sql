-- When and by whom a finding was imported first; null where a line of its history tells.
ALTER TABLE finding ADD COLUMN imported_at BIGINT;
ALTER TABLE finding ADD COLUMN imported_by TEXT;
