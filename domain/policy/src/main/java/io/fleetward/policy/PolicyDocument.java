// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

/** A parsed policy document. Immutable. */
public record PolicyDocument(String text) {}
