// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.hub.HubListener;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationSet;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** Shows rules every finding that is written, and that it is gone once it is deleted, in its transaction. Thread-safe. */
public final class CorrelationListener implements HubListener {
    private final CompiledCorrelations compiled;
    private final CorrelationRecorder recorder;
    private final InstantSource clock;

    public CorrelationListener(CorrelationRules rules, CorrelationRecorder recorder, InstantSource clock) {
        this.compiled = new CompiledCorrelations(rules);
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Consumer<Tx> onWriting(AccountRegion scope, List<Finding> findings) {
        return tx -> {
            CorrelationSet rules = compiled.of(tx, scope);
            if (!rules.isEmpty()) {
                Instant now = now();
                recorder.show(tx, scope, rules.at(now), findings, now);
            }
        };
    }

    @Override
    public void onFindingsDeleted(Tx tx, AccountRegion scope, List<FindingKey> keys) {
        CorrelationSet rules = compiled.of(tx, scope);
        if (!rules.isEmpty()) {
            Instant now = now();
            recorder.miss(tx, scope, rules.at(now), keys, now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
