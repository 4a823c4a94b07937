-- What SQLite assumes of a full hub: how many rows share the first, the first two, … columns of each index. Without it
-- SQLite takes account and region for selective and walks through all findings in order rather than sort a few.
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1 WHERE tbl IN ('finding', 'finding_resource');
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('finding', 'sqlite_autoindex_finding_1', '1000000 1000000 1000000 1'),
    ('finding', 'finding_latest', '1000000 1000000 1000000 2 1 1 1 1 1 1 1 1'),
    ('finding', 'finding_by_severity', '1000000 1000000 1000000 50000 2 1 1 1'),
    ('finding', 'finding_by_severity_number', '1000000 1000000 1000000 50000 2 1 1 1'),
    ('finding', 'finding_by_product', '1000000 1000000 1000000 50000 2 1 1 1'),
    ('finding', 'finding_by_workflow_status', '1000000 1000000 1000000 500000 2 1 1'),
    ('finding', 'finding_by_generator', '1000000 1000000 1000000 1000 2 1'),
    ('finding', 'finding_by_id', '1000000 1000000 1000000 1'),
    ('finding', 'finding_by_title', '1000000 1000000 1000000 1000 2 1 1 1'),
    ('finding', 'finding_by_age', '1000000 1000000 1000000 300000 10'),
    ('finding', 'finding_by_kind', '1000000 1000000 1000000 500 20 1'),
    ('finding_resource', 'finding_resource', '1000000 1000000 1000000 3 1');
