// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

/** A request is refused with this answer; carries no stack trace, because a refusal is no fault. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConsoleAnswer answer;

    public Refused(Problem problem, String detail) {
        this(problem.answer(detail));
    }

    public Refused(ConsoleAnswer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    public ConsoleAnswer answer() {
        return answer;
    }
}
