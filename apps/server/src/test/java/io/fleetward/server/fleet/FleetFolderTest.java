// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.server.fleet.FleetFolder.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetFolderTest {
    private static final Credentials CREDENTIALS = new Credentials("certificate", "key");

    @TempDir
    Path data;

    private FleetFolder folder;

    @BeforeEach
    void create() throws Exception {
        folder = new FleetFolder(data.resolve("demo"));
        folder.create();
    }

    @Test
    void givesBackWhatADeviceKeeps() throws Exception {
        assertThat(folder.holds("pump-001")).isFalse();
        folder.keep("pump-001", CREDENTIALS);
        assertThat(folder.holds("pump-001")).isTrue();
        assertThat(folder.read("pump-001")).isEqualTo(CREDENTIALS);
    }

    @Test
    void doesNotHoldADeviceWhoseCertificateIsNotThereYet() throws Exception {
        folder.keep("pump-001", CREDENTIALS);
        Files.delete(folder.certificateFile("pump-001"));
        assertThat(folder.holds("pump-001")).isFalse();
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        folder.keep("pump-001", CREDENTIALS);
        assertThat(mode(folder.path())).isEqualTo("rwx------");
        assertThat(mode(folder.keyFile("pump-001"))).isEqualTo("rw-------");
        assertThat(CREDENTIALS.toString()).doesNotContain("key");
    }

    @Test
    void remembersThatTheFleetIsComplete() throws Exception {
        assertThat(folder.isSeeded()).isFalse();
        folder.markSeeded();
        folder.create();
        assertThat(new FleetFolder(folder.path()).isSeeded()).isTrue();
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
