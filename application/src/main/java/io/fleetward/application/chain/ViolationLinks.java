// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.detect.ViolationRecord;
import io.fleetward.application.detect.Violations;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.alarm.Explanation;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;

/** The report or window that broke a behavior, and the alarm. */
final class ViolationLinks implements ChainSource {
    private final Violations violations;

    ViolationLinks(Violations violations) {
        this.violations = violations;
    }

    @Override
    public void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain) {
        if (!ChainSource.product(finding).equals(ViolationFindings.PRODUCT)) {
            return;
        }
        ViolationRecord found = violations.find(tx, owner, finding.id());
        if (found == null) {
            chain.miss("Violation " + finding.id() + " is no longer kept.");
            return;
        }
        Violation violation = found.violation();
        String thing = violation.key().device().name();
        Evidence evidence = violation.evidence();
        if (evidence == null) {
            chain.miss("What raised the alarm of violation " + violation.id() + " was not kept.");
        } else {
            traceEvidence(violation, evidence, chain);
        }
        chain.add(
                Kind.ALARM,
                violation.startedAt(),
                "Behavior " + violation.key().behavior() + " of " + thing
                        + (found.isActive() ? " is in alarm." : " was in alarm."),
                "violationId",
                violation.id(),
                "thingName",
                thing,
                "securityProfileName",
                violation.key().profile(),
                "behaviorName",
                violation.key().behavior());
    }

    private static void traceEvidence(Violation violation, Evidence evidence, ChainDraft chain) {
        String thing = violation.key().device().name();
        if (evidence.isReport()) {
            chain.add(Kind.MESSAGE, evidence.to(), thing + " sent a report.", "thingName", thing);
        }
        chain.add(
                Kind.METRIC,
                evidence.to(),
                Explanation.of(violation),
                "metricName",
                violation.behavior().metric().name(),
                "thingName",
                thing,
                "windowStart",
                evidence.from().toString(),
                "windowEnd",
                evidence.to().toString());
    }
}
