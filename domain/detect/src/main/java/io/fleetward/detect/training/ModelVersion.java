// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import java.time.Instant;

/**
 * What one version of a model was learned from, for audit and replay. Immutable.
 *
 * @param from the first datapoint
 * @param to the last
 * @param points how many there were
 * @param devices of how many devices
 * @param excluded how many were left out because they were measured in an alarm
 * @param dataHash tells whether two versions were given the same datapoints: 64 hexadecimal digits
 */
public record ModelVersion(
        long version,
        Instant trainedAt,
        Instant from,
        Instant to,
        long points,
        long devices,
        long excluded,
        String dataHash) {}
