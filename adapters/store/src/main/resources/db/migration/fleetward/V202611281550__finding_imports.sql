-- Imports of findings from elsewhere. close_product and the prefixes: what a run was to close, null for nothing and for
-- everything; failures and warnings: JSON arrays. ended_at is null while a run is under way.
CREATE TABLE finding_import (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    format TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    undone_at BIGINT,
    is_closing INTEGER NOT NULL,
    close_product TEXT,
    close_generators TEXT,
    close_resources TEXT,
    not_closed TEXT,
    created_count INTEGER NOT NULL,
    updated_count INTEGER NOT NULL,
    reopened_count INTEGER NOT NULL,
    closed_count INTEGER NOT NULL,
    untouched_count INTEGER NOT NULL,
    failed_count INTEGER NOT NULL,
    failures TEXT NOT NULL,
    warnings TEXT NOT NULL,
    PRIMARY KEY (account, region, id)
) ${clustered};

CREATE INDEX finding_import_by_start ON finding_import (account, region, started_at DESC, id);

-- What an import created and closed. revision: that of the finding after it.
CREATE TABLE finding_import_entry (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    import_id TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    product_arn TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    effect TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (account, region, import_id, finding_key)
) ${clustered};

CREATE INDEX finding_import_entry_by_finding ON finding_import_entry (account, region, finding_key);
