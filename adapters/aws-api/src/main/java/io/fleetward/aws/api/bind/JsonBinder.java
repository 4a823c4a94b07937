// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.model.Shape;
import tools.jackson.databind.node.ObjectNode;

/** Binds a request whose members all travel in a JSON body. */
public final class JsonBinder {
    private JsonBinder() {}

    /** The tree of the request. */
    public static ObjectNode bind(Shape.Structure shape, byte[] body) {
        return TypedTree.of(JsonBody.read(body), shape);
    }
}
