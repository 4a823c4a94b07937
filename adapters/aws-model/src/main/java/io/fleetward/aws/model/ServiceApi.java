// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import io.fleetward.application.identity.CallContext;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all API interfaces share: a call by operation name with trees in and out.
 *
 * <p>Implementations are thread-safe. The input tree has passed the constraints of the service model.
 */
public interface ServiceApi {
    /** The service, as the clients' command line spells it: {@code iot}, {@code iot-data}, {@code securityhub}, …. */
    String serviceId();

    /** Reads the request record from the tree, calls the operation's method and answers its response as a tree. */
    ObjectNode call(String operation, ObjectNode input, CallContext context);
}
