// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import java.util.List;

/** A request breaks constraints of the service model; there is at least one violation. */
public final class ConstraintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public ConstraintException(List<Violation> violations) {
        super(null, null, false, false);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
