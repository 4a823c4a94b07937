// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.aws.api.gateway.DeviceGateway;
import io.fleetward.console.http.Refused;
import io.fleetward.console.mqtt.SocketGate;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.websocket.MqttUpgrade;
import io.fleetward.edge.websocket.SignedCallers;

/**
 * Has the AWS API find out who signed a request that the edge received, or the console whose session it comes from;
 * none of them knows another.
 */
record SignedWebSockets(DeviceGateway gateway, SocketGate console) implements SignedCallers {
    @Override
    public Verdict verify(HttpRequest request) {
        if (request.rawPath().equals(MqttUpgrade.CONSOLE_PATH)) {
            return bySession(request);
        }
        return switch (gateway.verify(ApiHandler.translate(request))) {
            case DeviceGateway.Verdict.Proven(var caller) -> new Verdict.Proven(caller);
            case DeviceGateway.Verdict.Unsigned _ -> new Verdict.Unsigned();
            case DeviceGateway.Verdict.Refused(var answer) -> new Verdict.Refused(ApiHandler.translate(answer));
        };
    }

    private Verdict bySession(HttpRequest request) {
        try {
            return new Verdict.Proven(console.caller(ConsoleHandler.translate(request)));
        } catch (Refused refused) {
            return new Verdict.Refused(ConsoleHandler.translate(refused.answer()));
        }
    }
}
