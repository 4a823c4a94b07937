// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.util.List;

/**
 * A metric that the user defined, and how its value is found. Immutable.
 *
 * @param source a file to read or a command to run
 */
record CustomMetric(String name, Kind kind, boolean isCommand, String source) {
    /** What its value is made of. */
    enum Kind {
        NUMBER("number", "number"),
        NUMBER_LIST("number-list", "number_list"),
        STRING_LIST("string-list", "string_list"),
        IP_ADDRESS_LIST("ip-address-list", "ip_list");

        private final String type;
        private final String member;

        Kind(String type, String member) {
            this.type = type;
            this.member = member;
        }

        /** The name of the type, as in the API. */
        String type() {
            return type;
        }

        /** The member of a report that holds values of this kind. */
        String member() {
            return member;
        }

        boolean isNumeric() {
            return this == NUMBER || this == NUMBER_LIST;
        }
    }

    /** The value in a report. */
    record Value(String name, Kind kind, List<String> entries) {
        Value {
            entries = List.copyOf(entries);
        }
    }
}
