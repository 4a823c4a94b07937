// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

/**
 * Something told beside a message. Immutable.
 *
 * @param dataType {@code String}, {@code Number}, {@code Binary} or {@code String.Array}
 * @param value in the form in which it is told; a binary value in Base64
 */
public record MessageAttribute(String dataType, String value) {}
