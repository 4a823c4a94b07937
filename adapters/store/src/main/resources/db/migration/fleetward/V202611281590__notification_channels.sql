-- SPDX-License-Identifier: Apache-2.0
-- sealed: the URL to post to, under the master key.
CREATE TABLE event_notification_channel (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT,
    sealed TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};
