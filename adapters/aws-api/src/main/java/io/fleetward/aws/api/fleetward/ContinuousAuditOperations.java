// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.audit.ContinuousAudit;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.DescribeContinuousAuditRequest;
import io.fleetward.aws.model.fleetward.DescribeContinuousAuditResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.UpdateContinuousAuditRequest;
import io.fleetward.aws.model.fleetward.UpdateContinuousAuditResponse;

/** Whether changed resources are audited at once. Thread-safe. */
public final class ContinuousAuditOperations implements FleetwardApi {
    private final ContinuousAudit audit;

    public ContinuousAuditOperations(ContinuousAudit audit) {
        this.audit = audit;
    }

    @Override
    public DescribeContinuousAuditResponse describeContinuousAudit(
            DescribeContinuousAuditRequest request, CallContext context) {
        return DescribeContinuousAuditResponse.builder()
                .enabled(audit.isOn(context.scope()))
                .build();
    }

    @Override
    public UpdateContinuousAuditResponse updateContinuousAudit(
            UpdateContinuousAuditRequest request, CallContext context) {
        audit.setOn(context.scope(), request.enabled());
        return new UpdateContinuousAuditResponse();
    }
}
