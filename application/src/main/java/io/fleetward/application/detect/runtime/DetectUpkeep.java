// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import java.time.Instant;

/** What has to be done now and then: forget what is older than its retention, keep findings from being forgotten. */
final class DetectUpkeep {
    private final DetectSettings settings;
    private final DetectData data;

    DetectUpkeep(DetectSettings settings, DetectData data) {
        this.settings = settings;
        this.data = data;
    }

    /** Does it; blocks. */
    void run(Instant now) {
        data.state()
                .transactions()
                .change(tx -> data.state().stores().violations().prune(tx, now.minus(settings.violationRetention())));
        data.metrics()
                .transactions()
                .change(tx -> data.metrics().samples().prune(tx, now.minus(settings.sampleRetention())));
        data.state().reports().refreshOld();
    }
}
