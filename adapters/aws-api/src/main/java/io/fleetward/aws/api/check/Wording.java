// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import java.util.List;

/** How a service words what is wrong with a request. Thread-safe. */
public sealed interface Wording permits CountedWording, SchemaWording {
    /** The wording of {@code iot}, {@code iot-data}, {@code events}, {@code sns} and {@code sts}. */
    Wording COUNTED = new CountedWording();

    /** The wording of {@code securityhub}. */
    Wording SCHEMA = new SchemaWording();

    /** The message about these violations, of which there is at least one. */
    String of(List<Violation> violations);

    /** The message about a value that is not of the modelled type. */
    String ofType(List<Violation.Step> path, ExpectedType expected);

    /** The message about a pagination token that was not issued for the request. */
    String ofToken();
}
