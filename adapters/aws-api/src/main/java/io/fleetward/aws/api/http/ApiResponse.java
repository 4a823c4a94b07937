// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import java.util.Map;

/** An HTTP answer: status, header fields and the complete body. Immutable by convention. */
public final class ApiResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    public ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** Header fields; names in lower case. Content length and date are added by the network edge. */
    public Map<String, String> headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }
}
