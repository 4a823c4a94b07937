// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.store.SqlTx;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Opens the master key of an installation, making it at the first start.
 *
 * <p>The database remembers which key its secrets are under: with that key missing, or another one in its place, the
 * start is refused before anything is written.
 */
public final class MasterKeys {
    private static final Table<Record> MASTER_KEY = table(name("master_key"));
    private static final Field<String> FINGERPRINT = field(name("fingerprint"), SQLDataType.CLOB);

    private MasterKeys() {}

    /** The cipher under the key in the file, which a fresh installation gets here. */
    public static SecretCipher open(Path path, Transactions transactions, SecureRandom random) {
        var file = new MasterKeyFile(path);
        String known = transactions.read(MasterKeys::fingerprint);
        if (known == null && !file.exists()) {
            byte[] fresh = new byte[MasterKey.BYTES];
            random.nextBytes(fresh);
            file.create(new MasterKey(fresh));
        }
        MasterKey key = readMatching(file, known);
        if (known == null) {
            transactions.change(tx -> SqlTx.dsl(tx)
                    .insertInto(MASTER_KEY, FINGERPRINT)
                    .values(key.fingerprint())
                    .execute());
        }
        return new SecretCipher(key, random);
    }

    /** The cipher under the key of an installation that exists; changes nothing. */
    public static SecretCipher openExisting(Path path, Transactions transactions, SecureRandom random) {
        String known = transactions.read(MasterKeys::fingerprint);
        return new SecretCipher(readMatching(new MasterKeyFile(path), known), random);
    }

    private static MasterKey readMatching(MasterKeyFile file, @Nullable String known) {
        if (!file.exists()) {
            throw new TerminalException(
                    "the master key " + file.path() + " is missing; without it the stored access keys cannot be read:"
                            + " put the file back (backups of the data folder leave it out)",
                    null);
        }
        MasterKey key = file.read();
        if (known != null && !known.equals(key.fingerprint())) {
            throw new TerminalException(
                    "the master key " + file.path() + " is not the one of this database: put the right file back",
                    null);
        }
        return key;
    }

    private static @Nullable String fingerprint(Tx tx) {
        return SqlTx.dsl(tx).select(FINGERPRINT).from(MASTER_KEY).fetchOne(FINGERPRINT);
    }
}
