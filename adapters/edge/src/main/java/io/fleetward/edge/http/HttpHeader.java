// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

/** One header line; names compare without regard to case. Immutable. */
public record HttpHeader(String name, String value) {}
