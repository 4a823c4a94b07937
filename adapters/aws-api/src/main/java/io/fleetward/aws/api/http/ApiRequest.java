// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

/**
 * An HTTP request as it arrived: path and query still percent-encoded, the body complete.
 *
 * <p>Immutable by convention: nobody changes the body array.
 */
public final class ApiRequest {
    private final String method;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;
    private final String remoteAddress;

    private ApiRequest(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.query = builder.query;
        this.headers = builder.headers;
        this.body = builder.body;
        this.remoteAddress = builder.remoteAddress;
    }

    /**
     * Starts a request.
     *
     * @param target the request target of the request line: path and, after a question mark, the query
     */
    public static Builder of(String method, String target) {
        return new Builder(method, target);
    }

    public String method() {
        return method;
    }

    /** The path before the question mark, as it was sent. */
    public String path() {
        return path;
    }

    /** What follows the question mark, as it was sent; empty when nothing does. */
    public String query() {
        return query;
    }

    public Headers headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** The address of the other end of the connection, without port. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** Collects the parts of a request; confined to one thread. */
    public static final class Builder {
        private final String method;
        private final String path;
        private final String query;
        private Headers headers = Headers.NONE;
        private byte[] body = new byte[0];
        private String remoteAddress = "";

        private Builder(String method, String target) {
            int mark = target.indexOf('?');
            this.method = method;
            this.path = mark < 0 ? target : target.substring(0, mark);
            this.query = mark < 0 ? "" : target.substring(mark + 1);
        }

        public Builder headers(Headers value) {
            this.headers = value;
            return this;
        }

        public Builder body(byte[] value) {
            this.body = value;
            return this;
        }

        public Builder remoteAddress(String value) {
            this.remoteAddress = value;
            return this;
        }

        public ApiRequest build() {
            return new ApiRequest(this);
        }
    }
}
