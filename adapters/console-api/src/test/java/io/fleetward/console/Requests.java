// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console;

import io.fleetward.console.http.ConsoleRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Builds requests as a page of ours sends them; confined to one thread. */
public final class Requests {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private String query = "";
    private String body = "";
    private boolean isSecure = true;

    private Requests(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("host", "guard.example:8443");
    }

    public static Requests of(String method, String path) {
        return new Requests(method, path);
    }

    /** A header, or none of that name when the value is empty. */
    public Requests with(String name, String value) {
        headers.put(name, value);
        headers.values().removeIf(String::isEmpty);
        return this;
    }

    public Requests query(String value) {
        query = value;
        return this;
    }

    /** JSON in which single quotes stand for double quotes. */
    public Requests json(String value) {
        body = value.replace('\'', '"');
        return with("content-type", "application/json");
    }

    public Requests insecure() {
        isSecure = false;
        return this;
    }

    public ConsoleRequest build() {
        return new ConsoleRequest(
                method, path, query, headers, body.getBytes(StandardCharsets.UTF_8), "192.0.2.1", isSecure);
    }
}
