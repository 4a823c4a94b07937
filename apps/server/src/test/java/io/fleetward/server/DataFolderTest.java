// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final RunFile RUN = new RunFile(77, "localhost", "us-east-1", 1, 2, 3, "/data/ca.pem");

    @TempDir
    Path folder;

    @Test
    void isMadeForItsOwnerAlone() throws Exception {
        Path data = folder.resolve("new/data");
        try (var opened = DataFolder.open(data)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isServedByOneServerAtATime() throws Exception {
        try (var first = DataFolder.open(folder)) {
            RUN.write(first.path());
            assertThat(DataFolder.served(folder)).isEqualTo(RUN);
            assertRefused(78, "in use by a running server, pid 77", () -> DataFolder.open(folder));
        }
        DataFolder.open(folder).close();
    }

    @Test
    void isInUseBeforeItsServerIsReady() throws Exception {
        try (var first = DataFolder.open(folder)) {
            assertThat(first.path()).isEqualTo(folder);
            assertRefused(78, "just starting", () -> DataFolder.open(folder));
            assertRefused(69, "no server is running", () -> DataFolder.served(folder));
        }
    }

    @Test
    void tellsWhatAKilledServerLeftFromARunningOne() throws Exception {
        DataFolder.open(folder).close();
        RUN.write(folder);
        assertRefused(69, "(pid 77) is gone", () -> DataFolder.served(folder));
        try (var next = DataFolder.open(folder)) {
            assertThat(next.path().resolve("run.json")).doesNotExist();
        }
    }

    @Test
    void saysWhichFolderCannotBeUsed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(78, "--data " + file, () -> DataFolder.open(file));
    }

    private static void assertRefused(int exitCode, String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(text)
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(exitCode));
    }
}
