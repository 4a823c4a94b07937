// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.TerminalException;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("master.key");
    }

    @Test
    void makesAKeyForItsOwnerOnlyAtTheFirstStart() throws IOException {
        open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("master.key");
    }

    @Test
    void opensAtTheNextStartWhatTheFirstSealed() {
        String sealed = open().seal("secret", "place");

        assertThat(open().open(sealed, "place")).isEqualTo("secret");
        assertThat(MasterKeys.openExisting(file, DATABASE.transactions(), new SecureRandom())
                        .open(sealed, "place"))
                .isEqualTo("secret");
    }

    @Test
    void refusesToStartWithoutTheKeyOfTheDatabase() throws IOException {
        open();
        Files.delete(file);

        assertThatThrownBy(this::open)
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAnotherKey() throws IOException {
        open();
        Files.delete(file);
        new MasterKeyFile(file).create(new MasterKey(new byte[MasterKey.BYTES]));

        assertThatThrownBy(this::open).isInstanceOf(TerminalException.class).hasMessageContaining("not the one");
    }

    @Test
    void refusesAKeyThatOthersCanRead() throws IOException {
        open();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::open)
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws IOException {
        for (String content : new String[] {"", "secret", "fleetward-master-key-1:", "fleetward-master-key-1:AAAA"}) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);

            assertThatThrownBy(this::open)
                    .isInstanceOf(TerminalException.class)
                    .hasMessageContaining("does not hold a master key");
        }
    }

    @Test
    void takesOverAKeyThatWasMadeJustBeforeACrash() {
        var made = new MasterKeyFile(file);
        made.create(new MasterKey(new byte[MasterKey.BYTES]));

        String sealed = open().seal("secret", "place");

        assertThat(SecretCiphers.any().open(sealed, "place")).isEqualTo("secret");
    }

    @Test
    void printsNoKey() {
        assertThat(new MasterKey(new byte[MasterKey.BYTES])).hasToString("MasterKey[hidden]");
    }

    private SecretCipher open() {
        return MasterKeys.open(file, DATABASE.transactions(), new SecureRandom());
    }
}
