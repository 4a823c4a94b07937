-- What people do not want to hear of: findings that meet criteria, or those named in findings; both are JSON.
CREATE TABLE finding_suppression (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    suppression_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    criteria TEXT,
    findings TEXT,
    expires_at BIGINT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    state TEXT NOT NULL,
    scan_position TEXT,
    PRIMARY KEY (account, region, suppression_id)
);

-- Which suppression has taken hold of which finding, and the workflow status that the finding goes back to.
CREATE TABLE suppressed_finding (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    suppression_id TEXT NOT NULL,
    product_arn TEXT NOT NULL,
    id TEXT NOT NULL,
    former_status TEXT NOT NULL,
    is_overruled INTEGER NOT NULL,
    PRIMARY KEY (account, region, finding_key, suppression_id)
) ${clustered};
CREATE INDEX suppressed_finding_by_suppression
    ON suppressed_finding (account, region, suppression_id, finding_key);
