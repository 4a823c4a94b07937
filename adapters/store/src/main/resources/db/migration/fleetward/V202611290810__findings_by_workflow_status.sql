-- What a finding does not have is an empty text, which indices put first as everybody else does.
UPDATE finding SET
    compliance_status = coalesce(compliance_status, ''),
    verification_state = coalesce(verification_state, ''),
    product_name = coalesce(product_name, ''),
    company_name = coalesce(company_name, '')
WHERE compliance_status IS NULL OR verification_state IS NULL OR product_name IS NULL OR company_name IS NULL;

-- People sort by what is still to be worked on, and look for the few that are suppressed.
CREATE INDEX finding_by_workflow_status ON finding (
    account, region, workflow_status, updated_at, finding_key, record_state);
