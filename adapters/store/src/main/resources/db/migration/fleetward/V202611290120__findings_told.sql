-- Which findings the last events that came to their end at each target told of; finding_key is the fingerprint of a finding.
CREATE TABLE event_finding (
    seq ${identity},
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    bus TEXT NOT NULL,
    rule TEXT NOT NULL,
    target TEXT NOT NULL,
    finding_key TEXT NOT NULL,
    event_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    put_at BIGINT NOT NULL,
    result TEXT NOT NULL,
    detail TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX event_finding_by_finding ON event_finding (account, region, finding_key, seq);
CREATE INDEX event_finding_by_lane ON event_finding (account, region, bus, rule, target, seq);
