// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** How the hub refuses, in the words clients test for. */
public final class HubRefusals {
    private HubRefusals() {}

    /** The hub of the account and region, which must be enabled. */
    public static Hub requireEnabled(Tx tx, Hubs hubs, AccountRegion scope) {
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

    /** The parameter is not as it should be. */
    public static ApiException invalid(String parameter, String reason) {
        return new ApiException(HubError.INVALID_INPUT, "Invalid parameter '" + parameter + "'. " + reason);
    }

    /** What was named is not there. */
    public static ApiException notFound() {
        return new ApiException(
                HubError.RESOURCE_NOT_FOUND, "The request was rejected because we can't find the specified resource.");
    }

    /** The caller's place among the accounts does not permit the call. */
    public static ApiException denied(String reason) {
        return new ApiException(HubError.ACCESS_DENIED, reason);
    }

    /** There would be more than there may be. */
    public static ApiException limit(String reason) {
        return new ApiException(HubError.LIMIT_EXCEEDED, reason);
    }

    /** The account number, which must be one. */
    public static AccountId account(String parameter, String text) {
        if (!AccountId.isValid(text)) {
            throw invalid(parameter, "data." + parameter + " should have 12 digits");
        }
        return new AccountId(text);
    }

    /** The different account numbers, in their order. */
    static SequencedSet<AccountId> accounts(List<String> texts) {
        if (texts.isEmpty()) {
            throw invalid("AccountIds", "data.AccountIds should NOT have fewer than 1 items");
        }
        var accounts = new LinkedHashSet<AccountId>();
        texts.forEach(text -> accounts.add(account("AccountIds", text)));
        return accounts;
    }

    static ApiException importDenied(CallContext context, String productArn) {
        String message = "User: " + context.caller().arn()
                + " is not authorized to perform: securityhub:BatchImportFindings on resource: " + productArn;
        return new ApiException(HubError.ACCESS_DENIED, message);
    }
}
