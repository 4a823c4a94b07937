// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import java.util.List;

/** Files could not be read as what they should be; every one is named. */
public final class UnreadableFiles extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnreadableFiles(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem, beginning with the file. */
    public List<String> problems() {
        return problems;
    }
}
