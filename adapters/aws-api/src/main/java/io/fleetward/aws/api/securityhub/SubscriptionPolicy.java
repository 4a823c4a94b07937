// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The resource policy that lets a product send findings into an account that subscribed to it. */
final class SubscriptionPolicy {
    private SubscriptionPolicy() {}

    static String of(AccountRegion scope, String product) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("Version", "2012-10-17");
        ObjectNode statement = policy.putArray("Statement").addObject();
        statement.put("Effect", "Allow");
        statement.putObject("Principal").put("AWS", scope.account().value());
        statement.putArray("Action").add("securityhub:BatchImportFindings");
        statement.put("Resource", ProductArn.subscription(scope, product));
        statement
                .putObject("Condition")
                .putObject("StringEquals")
                .put("securityhub:TargetAccount", scope.account().value())
                .put("aws:SourceArn", ProductArn.of(scope, product));
        return policy.toString();
    }
}
