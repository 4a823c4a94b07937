// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.operation;

import io.fleetward.application.identity.Caller;
import io.fleetward.console.http.ConsoleAnswer;

/** Does what callers may have done, and writes down what they did. Thread-safe; blocks. */
@FunctionalInterface
public interface Operations {
    /**
     * Calls the operation.
     *
     * @param service for example {@code securityhub}
     * @param operation for example {@code GetFindings}
     * @param body all members of the input in one JSON object
     * @return all members of the output in one JSON object, or problem details
     */
    ConsoleAnswer call(String service, String operation, Caller caller, byte[] body);
}
