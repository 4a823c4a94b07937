// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

import io.fleetward.policy.document.PolicyDocument;

/** A policy as it applies to a request: its name, the version in force, and that version's document. Immutable. */
public record NamedPolicy(String name, String versionId, PolicyDocument document) {}
