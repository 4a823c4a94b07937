// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.aws.api.gateway.DeviceGateway;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.websocket.SignedCallers;

/** Has the AWS API find out who signed a request that the edge received; neither knows the other. */
record SignedWebSockets(DeviceGateway gateway) implements SignedCallers {
    @Override
    public Verdict verify(HttpRequest request) {
        return switch (gateway.verify(ApiHandler.translate(request))) {
            case DeviceGateway.Verdict.Proven(var caller) -> new Verdict.Proven(caller);
            case DeviceGateway.Verdict.Unsigned _ -> new Verdict.Unsigned();
            case DeviceGateway.Verdict.Refused(var answer) -> new Verdict.Refused(ApiHandler.translate(answer));
        };
    }
}
