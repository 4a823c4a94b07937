// SPDX-License-Identifier: Apache-2.0
/**
 * What the generated records and interfaces of the AWS services lean on. The subpackages {@code iot}, {@code iotdata},
 * {@code securityhub}, {@code events}, {@code sns} and {@code sts} are generated at build time from the service models
 * for the operations listed in {@code src/main/operations}, with our additions from {@code src/main/patches}.
 */
@NullMarked
package io.fleetward.aws.model;

import org.jspecify.annotations.NullMarked;
