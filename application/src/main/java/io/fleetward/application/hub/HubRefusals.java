// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import java.util.List;

/** How the hub refuses, in the words clients test for. */
final class HubRefusals {
    private HubRefusals() {}

    /** The hub of the account and region, which must be enabled. */
    static Hub requireEnabled(Tx tx, Hubs hubs, AccountRegion scope) {
        Hub hub = hubs.find(tx, scope);
        if (hub == null || !hub.isEnabled()) {
            throw new ApiException(
                    HubError.INVALID_ACCESS, "Account " + scope.account() + " is not subscribed to AWS Security Hub");
        }
        return hub;
    }

    static ApiException invalid(String parameter, List<Problem> problems) {
        return invalid(parameter, new SchemaResult.Invalid(problems).text());
    }

    static ApiException invalid(String parameter, String reason) {
        return new ApiException(HubError.INVALID_INPUT, "Invalid parameter '" + parameter + "'. " + reason);
    }

    static ApiException notFound() {
        return new ApiException(
                HubError.RESOURCE_NOT_FOUND, "The request was rejected because we can't find the specified resource.");
    }

    static ApiException importDenied(CallContext context, String productArn) {
        String message = "User: " + context.caller().arn()
                + " is not authorized to perform: securityhub:BatchImportFindings on resource: " + productArn;
        return new ApiException(HubError.ACCESS_DENIED, message);
    }
}
