// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.check.Violation.Step;
import java.util.List;

/** A value is not of the modelled type: where, and what was expected. */
public final class WrongTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Step> path;
    private final String expected;

    WrongTypeException(List<Step> path, String expected) {
        super(expected, null, false, false);
        this.path = List.copyOf(path);
        this.expected = expected;
    }

    public List<Step> path() {
        return path;
    }

    /** For example {@code an integer}. */
    public String expected() {
        return expected;
    }
}
