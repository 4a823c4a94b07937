// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

/** What the program ends with. */
final class ExitCode {
    static final int OK = 0;
    static final int REJECTED = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 69;
    static final int INTERNAL = 70;
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
