-- Dynamic groups: the query, BUILDING, REBUILDING or ACTIVE, and the last thing judged unless it is ACTIVE.
ALTER TABLE thing_group ADD COLUMN query TEXT;
ALTER TABLE thing_group ADD COLUMN query_status TEXT;
ALTER TABLE thing_group ADD COLUMN query_position TEXT;

-- Asked for on every change of a thing; nearly always empty.
CREATE INDEX thing_group_dynamic ON thing_group (account, region, created_at, name) WHERE query IS NOT NULL;

-- What the fleet index knows of things: OFF or REGISTRY.
CREATE TABLE indexing_mode (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    things TEXT NOT NULL,
    PRIMARY KEY (account, region)
);
