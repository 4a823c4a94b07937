// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sts;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.aws.model.sts.GetCallerIdentityRequest;
import io.fleetward.aws.model.sts.GetCallerIdentityResponse;
import io.fleetward.aws.model.sts.StsApi;

/** Tells callers who they are; many tools ask this first. Thread-safe. */
public final class CallerOperations implements StsApi {
    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request, CallContext context) {
        Caller caller = context.caller();
        return GetCallerIdentityResponse.builder()
                .account(caller.scope().account().value())
                .arn(caller.arn())
                .userId(caller.userId())
                .build();
    }
}
