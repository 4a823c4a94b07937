-- A finding's row is as long as its document, so that looking into many is slow. Filters that no index serves are
-- answered here, in order, without touching rows that do not match. PostgreSQL bounds the length of an index entry.
DROP INDEX finding_latest;
CREATE INDEX finding_latest ON finding (
    account, region, updated_at, finding_key, record_state, workflow_status, severity_label,
    compliance_status, title, resource_types, types);
