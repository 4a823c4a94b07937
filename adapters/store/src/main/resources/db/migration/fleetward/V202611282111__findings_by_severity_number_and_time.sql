-- Equally severe findings come in the order of time, in which they also arrive: an import then adds to the ends of this
-- index instead of changing pages all over it.
DROP INDEX finding_by_severity_number;
CREATE INDEX finding_by_severity_number
    ON finding (account, region, severity_normalized, updated_at, finding_key, record_state, workflow_status);
