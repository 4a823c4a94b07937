-- Findings by their severity as a number, the usual list after the latest first.
CREATE INDEX finding_by_severity_number
    ON finding (account, region, severity_normalized, finding_key, record_state, workflow_status);
