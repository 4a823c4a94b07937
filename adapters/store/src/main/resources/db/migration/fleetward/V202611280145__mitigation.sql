-- What accounts can do about findings. params: a JSON object with the member that the API has for the type.
CREATE TABLE mitigation_action (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    role_arn TEXT NOT NULL,
    params TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, name)
) ${clustered};

-- Mitigation tasks; those in progress are the queue of the runner. orders, actions, rollout: JSON; what a task was told
-- to do, the actions as they were when it started, and how carefully it goes about it. due_at: the end of a pause.
CREATE TABLE mitigation_task (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    token TEXT NOT NULL,
    started_by TEXT NOT NULL,
    orders TEXT NOT NULL,
    audit_task_id TEXT,
    actions TEXT NOT NULL,
    rollout TEXT,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    status TEXT NOT NULL,
    reason TEXT,
    is_planned INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (account, region, kind, id)
) ${clustered};

CREATE UNIQUE INDEX mitigation_task_by_token ON mitigation_task (account, region, kind, token);
CREATE INDEX mitigation_task_by_start ON mitigation_task (account, region, kind, started_at DESC, id);
CREATE INDEX mitigation_task_by_status ON mitigation_task (status, account, region, started_at, id);
CREATE INDEX mitigation_task_by_age ON mitigation_task (started_at);

-- The findings or violations of a task. group_name: the check of a finding, empty for violations.
CREATE TABLE mitigation_subject (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    task_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    group_name TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (account, region, kind, task_id, subject_id)
) ${clustered};

CREATE INDEX mitigation_subject_by_status ON mitigation_subject (account, region, kind, task_id, status, position);
CREATE INDEX mitigation_subject_by_subject ON mitigation_subject (account, region, kind, subject_id);

-- One action on one subject. thing: the device of a violation.
CREATE TABLE mitigation_execution (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    kind TEXT NOT NULL,
    task_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    action_name TEXT NOT NULL,
    action_id TEXT NOT NULL,
    thing TEXT,
    status TEXT NOT NULL,
    started_at BIGINT,
    ended_at BIGINT,
    error_code TEXT,
    message TEXT,
    PRIMARY KEY (account, region, kind, task_id, subject_id, position)
) ${clustered};

CREATE INDEX mitigation_execution_by_subject ON mitigation_execution (account, region, kind, subject_id);
CREATE INDEX mitigation_execution_by_thing ON mitigation_execution (account, region, kind, thing);
CREATE INDEX mitigation_execution_by_start ON mitigation_execution (account, region, kind, started_at);

-- What was changed. seq: counts from one in each account and region; change: JSON; undoes: the line whose change this one takes back.
CREATE TABLE mitigation_journal (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    task_id TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    action_name TEXT NOT NULL,
    actor TEXT NOT NULL,
    role_arn TEXT NOT NULL,
    at BIGINT NOT NULL,
    change TEXT NOT NULL,
    undoes BIGINT,
    PRIMARY KEY (account, region, seq)
);

CREATE INDEX mitigation_journal_by_task ON mitigation_journal (account, region, kind, task_id, seq);
CREATE INDEX mitigation_journal_by_undone ON mitigation_journal (account, region, undoes);
