// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

import java.util.Map;

/**
 * A request is refused: the code says how, the message names the field and the allowed values.
 *
 * <p>Carries no stack trace: a refusal is an answer, not a fault. {@code members} are the further modelled members of
 * the error shape, such as {@code resourceId} and {@code resourceArn}.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, String> members;

    public ApiException(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    public ApiException(ErrorCode code, String message, Map<String, String> members) {
        super(message, null, false, false);
        this.code = code;
        this.members = Map.copyOf(members);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, String> members() {
        return members;
    }

    /** The text for the client; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? code.wireName() : message;
    }
}
