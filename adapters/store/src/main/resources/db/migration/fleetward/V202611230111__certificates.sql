-- Serial numbers and RSA moduli are hexadecimal.
-- Device certificates; a certificate may be registered in several accounts, hence the index on the id alone.
CREATE TABLE certificate (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    pem TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    issuer TEXT NOT NULL,
    issuer_key TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    not_after BIGINT NOT NULL,
    key_algorithm TEXT NOT NULL,
    key_bits INTEGER NOT NULL,
    key_modulus TEXT,
    signature_algorithm TEXT NOT NULL,
    ca TEXT,
    status TEXT NOT NULL,
    mode TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    customer_version INTEGER NOT NULL,
    generation_id TEXT NOT NULL,
    PRIMARY KEY (account, region, id)
);

CREATE INDEX certificate_by_id ON certificate (id);
CREATE INDEX certificate_by_creation ON certificate (account, region, created_at, id);
CREATE INDEX certificate_by_ca ON certificate (account, region, ca, created_at, id);

CREATE TABLE ca_certificate (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    id TEXT NOT NULL,
    pem TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    issuer TEXT NOT NULL,
    issuer_key TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    not_after BIGINT NOT NULL,
    key_algorithm TEXT NOT NULL,
    key_bits INTEGER NOT NULL,
    key_modulus TEXT,
    signature_algorithm TEXT NOT NULL,
    status TEXT NOT NULL,
    mode TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    customer_version INTEGER NOT NULL,
    generation_id TEXT NOT NULL,
    PRIMARY KEY (account, region, id)
);

CREATE INDEX ca_certificate_by_id ON ca_certificate (id);
CREATE INDEX ca_certificate_by_subject ON ca_certificate (account, region, subject_key, created_at);
CREATE INDEX ca_certificate_by_creation ON ca_certificate (account, region, created_at, id);

CREATE TABLE registration_code (
    account TEXT NOT NULL,
    region TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (account, region)
) ${clustered};
