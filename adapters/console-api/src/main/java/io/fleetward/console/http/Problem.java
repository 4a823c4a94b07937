// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the console itself refuses a request for, answered as problem details (RFC 9457). */
public enum Problem {
    MALFORMED(400, "Bad Request", "InvalidRequest"),
    NOT_GOOD(400, "Bad Request", "InvalidPassword"),
    SIGNED_OUT(401, "Unauthorized", "SignInRequired"),
    WRONG_PASSWORD(401, "Unauthorized", "SignInFailed"),
    FOREIGN(403, "Forbidden", "ForeignOrigin"),
    FORGED(403, "Forbidden", "InvalidCsrfToken"),
    MUST_CHANGE(403, "Forbidden", "PasswordChangeRequired"),
    OUT_OF_SCOPE(403, "Forbidden", "AccessDeniedException"),
    INSECURE(403, "Forbidden", "TlsRequired"),
    NOT_FOUND(404, "Not Found", "NotFound"),
    WRONG_METHOD(405, "Method Not Allowed", "MethodNotAllowed"),
    TOO_LARGE(413, "Content Too Large", "RequestEntityTooLargeException"),
    NOT_JSON(415, "Unsupported Media Type", "UnsupportedMediaType"),
    TOO_MANY(429, "Too Many Requests", "TooManyAttempts"),
    TOO_MANY_STREAMS(429, "Too Many Requests", "TooManyStreams");

    private final int status;
    private final String title;
    private final String code;

    Problem(int status, String title, String code) {
        this.status = status;
        this.title = title;
        this.code = code;
    }

    /** The answer, with what there is to say in this case. */
    public ConsoleAnswer answer(String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("code", code);
        return ConsoleAnswer.json(status, problem).with("content-type", "application/problem+json");
    }
}
