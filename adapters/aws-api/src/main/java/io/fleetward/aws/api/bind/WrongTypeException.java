// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.check.ExpectedType;
import io.fleetward.aws.api.check.Violation.Step;
import java.util.List;

/** A value is not of the modelled type: where, and what was expected. */
public final class WrongTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Step> path;
    private final ExpectedType expected;

    WrongTypeException(List<Step> path, ExpectedType expected) {
        super(expected.counted(), null, false, false);
        this.path = List.copyOf(path);
        this.expected = expected;
    }

    public List<Step> path() {
        return path;
    }

    public ExpectedType expected() {
        return expected;
    }
}
