// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.live.LiveEvents;
import io.fleetward.aws.api.AwsApi;
import io.fleetward.aws.api.NamedCall;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.console.Console;
import io.fleetward.console.files.StaticFiles;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.live.EventEndpoint;
import io.fleetward.console.mqtt.SocketGate;
import io.fleetward.console.operation.OperationEndpoint;
import io.fleetward.console.operation.Operations;
import io.fleetward.console.operation.Scopes;
import io.fleetward.console.session.Gate;
import io.fleetward.console.session.Installation;
import io.fleetward.console.session.SessionEndpoint;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The console: the operations of the AWS API for those who signed in.
 *
 * @param sockets decides who may open MQTT over WebSocket from a page
 */
record ConsoleAssembly(Console console, EventEndpoint events, SocketGate sockets) {
    /** Offered for choice; any other well-formed region exists as well once it is used. */
    private static final List<String> WELL_KNOWN_REGIONS = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "ap-east-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "sa-east-1");

    static ConsoleAssembly of(
            Foundation foundation,
            UserAssembly users,
            LiveEvents live,
            AwsApi api,
            Supplier<Installation> installation) {
        var gate = new Gate(users.sessions());
        var session = new SessionEndpoint(users.signIn(), users.sessions(), users.access(), gate, installation);
        var scopes = new Scopes(users.access());
        var operations = new OperationEndpoint(gate, scopes, operations(api));
        var events = new EventEndpoint(gate, scopes, live, users.sessions(), foundation.timers(), foundation.clock());
        return new ConsoleAssembly(
                new Console(session, operations, events, new StaticFiles()), events, new SocketGate(gate, scopes));
    }

    /** The region where a person starts, then the others. */
    static List<String> regions(AccountRegion home) {
        return Stream.concat(Stream.of(home.region().value()), WELL_KNOWN_REGIONS.stream())
                .distinct()
                .toList();
    }

    private static Operations operations(AwsApi api) {
        return (service, operation, caller, body) -> {
            ApiResponse answer = api.call(new NamedCall(service, operation, caller, body));
            return new ConsoleAnswer(answer.status(), answer.headers(), answer.body());
        };
    }
}
