-- The members of an administrator: account is the administrator's.
CREATE TABLE hub_member (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    member TEXT NOT NULL,
    email TEXT,
    is_of_organization INTEGER NOT NULL,
    status TEXT NOT NULL,
    invitation_id TEXT,
    invited_at BIGINT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, member)
) ${clustered};

CREATE INDEX hub_member_by_status ON hub_member (account, region, status, member);
CREATE INDEX hub_member_invitation ON hub_member (member, region, status, account);
CREATE UNIQUE INDEX hub_member_following ON hub_member (member, region) WHERE status = 'ENABLED';

-- The finding aggregator of an account; region is its home.
CREATE TABLE finding_aggregator (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    linking_mode TEXT NOT NULL,
    linking_regions TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};

CREATE UNIQUE INDEX finding_aggregator_account ON finding_aggregator (account);
