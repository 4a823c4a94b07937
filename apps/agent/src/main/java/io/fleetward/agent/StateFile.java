// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import io.fleetward.agent.Traffic.Counters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeMap;

/**
 * Keeps the state over restarts, so that numbers increase and no traffic is counted twice or forgotten. A file that is
 * damaged or cannot be written costs one report's traffic and no more.
 */
final class StateFile {
    private static final String NAME = "state";
    private static final int COUNTERS = 5;

    private final Path folder;
    private final AgentLog log;

    StateFile(Path folder, AgentLog log) {
        this.folder = folder;
        this.log = log;
    }

    AgentState read() {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            return AgentState.NONE;
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            log.event("state-unreadable", damaged);
            return AgentState.NONE;
        }
    }

    void write(AgentState state) {
        var text = new StringBuilder()
                .append(state.lastId())
                .append(' ')
                .append(state.bootId())
                .append('\n');
        state.traffic()
                .interfaces()
                .forEach((name, counters) -> text.append(name)
                        .append(' ')
                        .append(counters.bytesIn())
                        .append(' ')
                        .append(counters.bytesOut())
                        .append(' ')
                        .append(counters.packetsIn())
                        .append(' ')
                        .append(counters.packetsOut())
                        .append('\n'));
        try {
            Path draft = folder.resolve(NAME + ".new");
            Files.writeString(draft, text);
            Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            log.event("state-not-kept", unwritable);
        }
    }

    private static AgentState parse(String text) {
        String[] lines = text.split("\n", -1);
        String[] first = lines[0].split(" ", -1);
        var interfaces = new TreeMap<String, Counters>();
        for (int i = 1; i < lines.length; i++) {
            String[] words = lines[i].split(" ", -1);
            if (words.length == COUNTERS) {
                interfaces.put(
                        words[0],
                        new Counters(
                                Long.parseLong(words[1]),
                                Long.parseLong(words[2]),
                                Long.parseLong(words[3]),
                                Long.parseLong(words[4])));
            }
        }
        return new AgentState(Long.parseLong(first[0]), first[1], new Traffic(interfaces));
    }
}
