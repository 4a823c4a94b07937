-- What PostgreSQL assumes of the hub's tables until it has analyzed them: that one tenant has all rows. Without it, it
-- takes account and region for a single row, and looks for a hundred findings by reading all, by whichever index begins
-- with the two. Two rows that differ in everything are enough to have columns analyzed; nobody else ever sees them.
DO $$
DECLARE
    seen RECORD;
    filling TEXT;
BEGIN
    FOR seen IN SELECT * FROM (VALUES
        ('finding', 'finding_key'),
        ('finding_resource', 'finding_key'),
        ('finding_history', 'finding_key'),
        ('finding_kind', 'fingerprint'),
        ('finding_kind_count', 'kind')) AS hub (relation, key)
    LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN account SET (n_distinct = 1)', seen.relation);
        EXECUTE format('ALTER TABLE %I ALTER COLUMN region SET (n_distinct = 1)', seen.relation);
        SELECT string_agg(CASE data_type WHEN 'text' THEN 'differing::text' ELSE 'differing' END, ', '
                ORDER BY ordinal_position)
            INTO filling
            FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = seen.relation;
        EXECUTE format('INSERT INTO %I SELECT %s FROM generate_series(1, 2) differing', seen.relation, filling);
        EXECUTE format('ANALYZE %I (account, region, %I)', seen.relation, seen.key);
        EXECUTE format('DELETE FROM %I WHERE account IN (''1'', ''2'')', seen.relation);
    END LOOP;
END
$$;

-- Insights count within indexes, which PostgreSQL does only for pages that were vacuumed since they were filled: as it comes,
-- once a table has grown by a fifth. Pages of findings that were only added cost a vacuum next to nothing.
ALTER TABLE finding SET (autovacuum_vacuum_insert_scale_factor = 0.01);
ALTER TABLE finding_resource SET (autovacuum_vacuum_insert_scale_factor = 0.01);
