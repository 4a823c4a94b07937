// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

/** The exit codes of the command line, the same for every command. */
final class ExitCode {
    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 69;
    static final int INTERNAL = 70;
    static final int RETRY_LATER = 75;
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
