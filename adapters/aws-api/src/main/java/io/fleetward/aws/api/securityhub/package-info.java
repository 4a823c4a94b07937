// SPDX-License-Identifier: Apache-2.0
/** The operations of the {@code securityhub} service, one class per family; each translates and calls one use case. */
@NullMarked
package io.fleetward.aws.api.securityhub;

import org.jspecify.annotations.NullMarked;
