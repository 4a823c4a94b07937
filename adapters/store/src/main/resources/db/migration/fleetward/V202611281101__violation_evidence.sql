-- By what the alarm was raised; null for those from before that was kept.
ALTER TABLE violation ADD COLUMN evidence TEXT;
