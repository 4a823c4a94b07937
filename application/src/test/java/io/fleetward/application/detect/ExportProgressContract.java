// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ExportProgress} promises. */
public abstract class ExportProgressContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");

    protected abstract ExportProgress progress();

    private @Nullable Instant at(AccountRegion scope) {
        return transactions().<@Nullable Instant>read(tx -> progress().exportedThrough(tx, scope));
    }

    @Test
    void remembersHowFarAnExportHasCome() {
        assertThat(at(HERE)).isNull();

        change(tx -> progress().put(tx, HERE, Instant.ofEpochMilli(300_000)));
        change(tx -> progress().put(tx, HERE, Instant.ofEpochMilli(600_001)));

        assertThat(at(HERE)).isEqualTo(Instant.ofEpochMilli(600_001));
        assertThat(at(THERE)).isNull();
    }
}
