// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.application.broker.Broker;
import io.fleetward.application.broker.BrokerCounters;
import io.fleetward.application.broker.DevicePublishing;
import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.tls.DataEndpoints;
import io.fleetward.edge.tls.ServerTls;
import io.fleetward.edge.websocket.SignedCallers;
import io.fleetward.kernel.Ids;

/**
 * Who takes what arrives at the edge. Immutable.
 *
 * @param api answers HTTP requests that do not come from devices
 * @param callers finds out who signed a request for MQTT over WebSocket
 */
public record EdgeHandlers(
        Broker broker,
        DevicePublishing devicePublishing,
        HttpHandler api,
        SignedCallers callers,
        ServerTls tls,
        DataEndpoints endpoints,
        BrokerCounters counters,
        Ids ids) {}
