-- How many findings there are of a kind, apart from the sketch: an import changes the counts of many kinds.
CREATE TABLE finding_kind_count (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    kind INTEGER NOT NULL,
    findings BIGINT NOT NULL,
    PRIMARY KEY (account, region, kind)
) ${clustered};
INSERT INTO finding_kind_count (account, region, kind, findings)
    SELECT account, region, kind, findings FROM finding_kind;
ALTER TABLE finding_kind DROP COLUMN findings;
