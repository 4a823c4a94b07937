// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.console.Console;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.ConsoleStream;
import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.http.HttpHeader;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.edge.http.HttpStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Hands the console what is for it, and everything else on. Neither edge nor console knows the other. */
record ConsoleHandler(Console console, HttpHandler others) implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request) {
        ConsoleRequest translated = translate(request);
        return Console.isFor(translated) ? translate(console.handle(translated)) : others.handle(request);
    }

    static ConsoleRequest translate(HttpRequest request) {
        return new ConsoleRequest(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                request.headers().stream()
                        .collect(Collectors.toMap(
                                header -> header.name().toLowerCase(Locale.ROOT),
                                HttpHeader::value,
                                (first, _) -> first)),
                request.body(),
                request.sourceIp(),
                request.isSecure());
    }

    static HttpResponse translate(ConsoleAnswer answer) {
        ConsoleStream stream = answer.stream();
        return new HttpResponse(
                answer.status(),
                answer.headers().entrySet().stream()
                        .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                        .toList(),
                answer.body(),
                stream == null ? null : sink -> stream.open(new Passage(sink)));
    }

    /** Passes on what the console sends. */
    private record Passage(HttpStream.Sink edge) implements ConsoleStream.Sink {
        @Override
        public void send(byte[] bytes) {
            edge.send(bytes);
        }

        @Override
        public void end() {
            edge.end();
        }

        @Override
        public void onEnd(Runnable ended) {
            edge.onEnd(ended);
        }
    }
}
