// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.dimension.DimensionMatcher;
import io.fleetward.detect.metric.Measurand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one kind of fact concerns inside a dimension, and what outside. Immutable. */
record DimensionSplit(DimensionMatcher matcher, List<Measurand> inside, List<Measurand> outside) {
    DimensionSplit {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    List<Measurand> concerned(BrokerFact fact) {
        return matcher.isInside(topicOf(fact), fact.clientId()) ? inside : outside;
    }

    private static @Nullable String topicOf(BrokerFact fact) {
        return switch (fact) {
            case BrokerFact.MessageReceived message -> message.topic();
            case BrokerFact.MessageDelivered message -> message.topic();
            case BrokerFact.AuthorizationFailed failed -> failed.topic();
            case BrokerFact.ConnectAttempted _, BrokerFact.Connected _, BrokerFact.Disconnected _ -> null;
        };
    }
}
