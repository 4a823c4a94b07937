// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.util.List;

/** A command cannot do what it was asked for; the text tells a person why and what to change. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String text;

    CommandFailed(int exitCode, String text) {
        super(text, null, false, false);
        this.exitCode = exitCode;
        this.text = text;
    }

    /** The configuration is wrong; every problem is named. */
    static CommandFailed configuration(List<String> problems) {
        String separator = System.lineSeparator() + "  ";
        return new CommandFailed(
                ExitCode.CONFIGURATION,
                problems.size() == 1
                        ? problems.getFirst()
                        : problems.size() + " problems in the configuration:" + separator
                                + String.join(separator, problems));
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return text;
    }
}
