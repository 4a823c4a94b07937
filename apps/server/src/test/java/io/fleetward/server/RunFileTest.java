// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    Path data;

    private final RunFile here =
            new RunFile(ProcessHandle.current().pid(), "localhost", "us-east-1", 1, 2, 3, "/data/ca.pem");

    @Test
    void comesBackAsItWasWritten() throws Exception {
        here.write(data);
        assertThat(RunFile.read(data)).isEqualTo(here);
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        here.write(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("run.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysHowToStartAServerWhenThereIsNone() {
        assertThatThrownBy(() -> RunFile.read(data))
                .hasMessageContaining("fleetward up --data")
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(69));
    }

    @Test
    void refusesADamagedFile() throws Exception {
        for (String text : List.of("", "{", "[]", "{\"pid\":1}")) {
            Files.writeString(data.resolve("run.json"), text);
            assertThatThrownBy(() -> RunFile.read(data)).as(text).hasMessageContaining("damaged");
        }
    }
}
