-- A window's length is told in seconds; it was told in metric periods, of which each counts as five minutes.
ALTER TABLE population_snapshot RENAME COLUMN periods TO seconds;
UPDATE population_snapshot SET seconds = seconds * 300;
