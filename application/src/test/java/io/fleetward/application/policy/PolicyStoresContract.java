// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

/** The suites of all ports that store policies. */
public interface PolicyStoresContract extends PoliciesContract, PolicyAttachmentsContract {}
