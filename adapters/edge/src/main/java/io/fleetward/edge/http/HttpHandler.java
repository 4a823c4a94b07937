// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

/** Answers HTTP requests; runs on a virtual thread of its own per request, so it may block. Thread-safe. */
@FunctionalInterface
public interface HttpHandler {
    /** The answer; a handler that throws makes the edge answer 500 without telling why. */
    HttpResponse handle(HttpRequest request);
}
