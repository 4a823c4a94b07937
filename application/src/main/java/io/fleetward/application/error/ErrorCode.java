// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/**
 * A refusal in the vocabulary of one AWS service; the HTTP status follows from the service model.
 *
 * <p>Implemented by one enum per service.
 */
public interface ErrorCode {
    /** The exception name clients test for, for example {@code ResourceNotFoundException}. */
    String wireName();
}
