// SPDX-License-Identifier: Apache-2.0
/** The AWS API: protocol engine and one class per family of operations. */
@NullMarked
package io.fleetward.aws.api;

import org.jspecify.annotations.NullMarked;
