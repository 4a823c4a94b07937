// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.agent.Traffic.Counters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
    private static final AgentState STATE = new AgentState(
            7, "boot-1", new Traffic(Map.of("eth0", new Counters(1, 2, 3, 4), "wlan0", new Counters(5, 6, 7, 8))));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AgentLog log = new AgentLog(new PrintStream(output, true, StandardCharsets.UTF_8));

    @Test
    void readsBackWhatItWrote() {
        var file = new StateFile(folder, log);
        assertThat(file.read()).isEqualTo(AgentState.NONE);

        file.write(STATE);
        file.write(STATE);

        assertThat(file.read()).isEqualTo(STATE);
        assertThat(output.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x boot", "7", "7 boot\neth0 1 2 3 x"})
    void beginsAnewWhenTheFileIsDamaged(String text) throws IOException {
        Files.writeString(folder.resolve("state"), text);

        assertThat(new StateFile(folder, log).read()).isEqualTo(AgentState.NONE);
        assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("state-unreadable: ");
    }

    @Test
    void goesOnWhenTheFileCannotBeWritten() {
        new StateFile(folder.resolve("missing"), log).write(STATE);

        assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("state-not-kept: ");
    }
}
