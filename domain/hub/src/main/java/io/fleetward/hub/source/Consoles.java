// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

/** Where the consoles of the partitions are. */
final class Consoles {
    private Consoles() {}

    /** The beginning of links into the console of a region. */
    static String of(String partition, String region) {
        return switch (partition) {
            case "aws-cn" -> "https://" + region + ".console.amazonaws.cn";
            case "aws-us-gov" -> "https://" + region + ".console.amazonaws-us-gov.com";
            default -> "https://" + region + ".console.aws.amazon.com";
        };
    }
}
