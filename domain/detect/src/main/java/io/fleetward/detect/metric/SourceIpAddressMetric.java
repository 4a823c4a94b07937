// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.BrokerFact.AuthorizationFailed;
import io.fleetward.broker.fact.BrokerFact.ConnectAttempted;
import io.fleetward.broker.fact.BrokerFact.Connected;
import io.fleetward.broker.fact.BrokerFact.MessageReceived;
import java.util.Set;

/**
 * The addresses from which the device connects and acts; with a dimension, those from which its messages come.
 *
 * <p>A connection that is merely kept open is no activity.
 */
public record SourceIpAddressMetric() implements CloudMetric {
    @Override
    public String name() {
        return "aws:source-ip-address";
    }

    @Override
    public String unit() {
        return "addresses";
    }

    @Override
    public MetricValue.Kind valueKind() {
        return MetricValue.Kind.CIDRS;
    }

    @Override
    public Set<ComparisonOperator> operators() {
        return ComparisonOperator.CIDR_SETS;
    }

    @Override
    public DurationUse durationUse() {
        return DurationUse.SHORTENING;
    }

    @Override
    public boolean hasDimensions() {
        return true;
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(ConnectAttempted.class, Connected.class, AuthorizationFailed.class, MessageReceived.class);
    }

    @Override
    public Set<Class<? extends BrokerFact>> factsOfDimensions() {
        return Set.of(MessageReceived.class);
    }

    @Override
    public void observe(BrokerFact fact, Gathered into) {
        switch (fact) {
            case ConnectAttempted attempted -> into.elements().add(attempted.sourceIp());
            case Connected connected -> into.elements().add(connected.sourceIp());
            case AuthorizationFailed failed -> into.elements().add(failed.sourceIp());
            case MessageReceived message -> into.elements().add(message.sourceIp());
            case BrokerFact.MessageDelivered _, BrokerFact.Disconnected _ -> {}
        }
    }

    @Override
    public Measure total() {
        return Measure.NONE;
    }
}
