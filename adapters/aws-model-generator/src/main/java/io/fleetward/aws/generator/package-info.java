// SPDX-License-Identifier: Apache-2.0
/**
 * The build tool behind {@code fleetward-aws-model}: reads the service models, applies our patches, and writes records,
 * API interfaces and a compact model for the run time. Start at {@link io.fleetward.aws.generator.ModelGenerator}.
 */
@NullMarked
package io.fleetward.aws.generator;

import org.jspecify.annotations.NullMarked;
