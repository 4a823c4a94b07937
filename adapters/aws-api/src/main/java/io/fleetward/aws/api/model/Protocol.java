// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

/** How a service puts operations and their members into HTTP. */
public enum Protocol {
    /** Method and path name the operation; members travel in path, query, headers and a JSON body. */
    REST_JSON("application/json"),
    /** The header {@code X-Amz-Target} names the operation; members travel in a JSON body. */
    AWS_JSON("application/x-amz-json-1.1"),
    /** The form parameter {@code Action} names the operation; the answer is XML. */
    QUERY("text/xml");

    private final String contentType;

    Protocol(String contentType) {
        this.contentType = contentType;
    }

    /** The content type of answers and errors. */
    public String contentType() {
        return contentType;
    }
}
