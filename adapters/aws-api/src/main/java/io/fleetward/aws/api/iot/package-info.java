// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code iot} service: one class per family of operations, each method translating between the wire's records and
 * one use case.
 */
@NullMarked
package io.fleetward.aws.api.iot;

import org.jspecify.annotations.NullMarked;
