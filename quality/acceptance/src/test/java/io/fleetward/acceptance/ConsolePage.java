// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of the console does, over real HTTPS, signed in as the first user with the password that was printed. */
final class ConsolePage implements AutoCloseable {
    private static final Pattern ONE_TIME = Pattern.compile("user admin, password (\\S+)");
    private static final String PASSWORD = "a password of one's own";

    private final HttpClient http;
    private final URI server;
    private String cookie = "";
    private String csrf = "";

    private ConsolePage(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /** Signs in for the first time, which takes another password. */
    static ConsolePage signIn(ServerProcess process, SSLContext tls) throws IOException, InterruptedException {
        Matcher printed = ONE_TIME.matcher(process.output());
        assertThat(printed.find()).as(process.output()).isTrue();
        var page = new ConsolePage(
                HttpClient.newBuilder().sslContext(tls).build(),
                URI.create(process.environment().get("FLEETWARD_CONSOLE_URL")));
        page.keep(page.send(page.request("/console/session")
                .POST(BodyPublishers.ofString("{\"user\":\"admin\",\"password\":\"" + printed.group(1) + "\"}"))));
        assertThat(page.call("iot/ListThings", "{}").statusCode()).isEqualTo(403);
        String before = page.cookie;
        page.keep(page.send(page.request("/console/session/password")
                .PUT(BodyPublishers.ofString(
                        "{\"current\":\"" + printed.group(1) + "\",\"password\":\"" + PASSWORD + "\"}"))));
        assertThat(page.cookie).isNotEqualTo(before);
        return page;
    }

    /** Calls an operation. */
    HttpResponse<String> call(String operation, String members) throws IOException, InterruptedException {
        return send(request("/console/api/" + operation)
                .header("x-fleetward-account", "000000000000")
                .header("x-fleetward-region", "us-east-1")
                .POST(BodyPublishers.ofString(members)));
    }

    /** What is at that path. */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET()).body();
    }

    /** The lines of live events, as they come. */
    BlockingQueue<String> follow() throws IOException, InterruptedException {
        HttpRequest request = request("/console/events?account=000000000000&region=us-east-1")
                .GET()
                .build();
        HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        var lines = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> answer.body().forEach(lines::add));
        return lines;
    }

    /** Where the page opens MQTT over WebSocket. */
    URI socket() {
        return server.resolve("/console/mqtt?account=000000000000&region=us-east-1&csrf=" + csrf);
    }

    /** What the browser sends with it. */
    Properties socketHeaders() {
        var headers = new Properties();
        headers.setProperty("Cookie", cookie);
        headers.setProperty("Origin", server.toString());
        return headers;
    }

    /** Signs out; answers the status. */
    int signOut() throws IOException, InterruptedException {
        return send(request("/console/session").DELETE()).statusCode();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private void keep(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        cookie = answer.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        JsonNode session = JsonMapper.shared().readTree(answer.body());
        csrf = session.path("csrfToken").asString();
    }

    private HttpRequest.Builder request(String target) {
        var request = HttpRequest.newBuilder(server.resolve(target))
                .header("content-type", "application/json")
                .header("origin", server.toString());
        if (!cookie.isEmpty()) {
            request.header("cookie", cookie).header("x-fleetward-csrf", csrf);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
