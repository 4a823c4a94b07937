// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

/** Where security profiles, their attachments and violations are kept. */
public record DetectStores(SecurityProfiles profiles, ProfileTargets targets, Violations violations) {}
