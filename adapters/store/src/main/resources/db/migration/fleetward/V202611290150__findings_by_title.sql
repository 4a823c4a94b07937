-- Titles are what people sort by who look for what is alike, and of a million findings nobody waits for a sort.
CREATE INDEX finding_by_title ON finding (account, region, title, updated_at, finding_key, record_state, workflow_status);
