// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import com.sun.net.httpserver.HttpServer;
import io.fleetward.aws.api.model.AwsService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web server on loopback that takes every event which a rule sends to it. */
final class Webhook implements AutoCloseable {
    private final HttpServer server;

    /** @param heard told of each event, by any thread, before it is acknowledged */
    Webhook(Consumer<JsonNode> heard) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.accept(JsonMapper.shared().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Has what the pattern picks from the tenant's default bus sent here. */
    void listen(Tenant tenant, String pattern) {
        String connection = tenant.ok(
                        AwsService.EVENTS,
                        "CreateConnection",
                        "{'Name':'c','AuthorizationType':'API_KEY','AuthParameters':{'ApiKeyAuthParameters':"
                                + "{'ApiKeyName':'X-Key','ApiKeyValue':'v'}}}")
                .path("ConnectionArn")
                .asString();
        String destination = tenant.ok(
                        AwsService.EVENTS,
                        "CreateApiDestination",
                        "{'Name':'hook','HttpMethod':'POST','ConnectionArn':'" + connection
                                + "','InvocationEndpoint':'http://127.0.0.1:"
                                + server.getAddress().getPort() + "/'}")
                .path("ApiDestinationArn")
                .asString();
        String escaped = pattern.replace("\"", "\\\"");
        tenant.ok(AwsService.EVENTS, "PutRule", "{'Name':'all','EventPattern':'" + escaped + "'}");
        tenant.ok(
                AwsService.EVENTS,
                "PutTargets",
                "{'Rule':'all','Targets':[{'Id':'hook','Arn':'" + destination + "'}]}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
