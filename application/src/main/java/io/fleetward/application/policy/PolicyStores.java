// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

/** Where policies and their attachments are kept. */
public record PolicyStores(Policies policies, PolicyAttachments attachments) {}
