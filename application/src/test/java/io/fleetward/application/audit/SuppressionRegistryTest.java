// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static io.fleetward.application.audit.AuditSettingsTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.SuppressionRegistry.Subject;
import io.fleetward.application.error.IotError;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Audit suppressions, from their creation to what they do to an audit. */
class SuppressionRegistryTest {
    private static final CheckName LOGGING = new CheckName("LOGGING_DISABLED_CHECK");
    private static final Subject ACCOUNT =
            new Subject(LOGGING.value(), Map.of("account", SCOPE.account().value()));
    private static final SuppressionTerm FOR_GOOD = new SuppressionTerm(null, true);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AuditRig rig = new AuditRig();

    @Test
    void keepAFindingOutOfTheResult() {
        rig.enableAll();
        create(ACCOUNT, FOR_GOOD, "t1");

        AuditTask task = rig.audit();

        assertThat(task.of(LOGGING)).isEqualTo(new CheckRun.Completed(1, 1, 1));
        assertThat(rig.hub)
                .noneMatch(document -> document.path("Title").stringValue().startsWith(LOGGING + ": "));
    }

    @Test
    void withdrawAFindingFromTheHubAndGiveItBackWhenTheyEnd() {
        rig.enableAll();
        rig.audit();
        create(ACCOUNT, new SuppressionTerm(rig.clock.instant().plus(HOUR), null), "t1");

        rig.audit();
        assertThat(recordState()).isEqualTo("ARCHIVED");

        rig.clock.advance(HOUR);
        AuditTask task = rig.audit();
        assertThat(task.of(LOGGING)).isEqualTo(new CheckRun.Completed(1, 1, 0));
        assertThat(recordState()).isEqualTo("ACTIVE");
    }

    @Test
    void areOneForEachPair() {
        create(ACCOUNT, FOR_GOOD, "t1");

        refuses(IotError.RESOURCE_ALREADY_EXISTS, "already exists", () -> create(ACCOUNT, FOR_GOOD, "t2"));
    }

    @Test
    void canBeCreatedAgainWithTheSameToken() {
        create(ACCOUNT, FOR_GOOD, "t1");
        create(ACCOUNT, FOR_GOOD, "t1");

        var otherTerm = new SuppressionTerm(rig.clock.instant().plus(HOUR), false);
        refuses(IotError.RESOURCE_ALREADY_EXISTS, "token", () -> create(ACCOUNT, otherTerm, "t1"));
        assertThat(list()).hasSize(1);
    }

    @Test
    void canBeCreatedAnewOnceExpired() {
        create(ACCOUNT, new SuppressionTerm(rig.clock.instant().plus(HOUR), null), "t1");
        rig.clock.advance(HOUR);

        refuses(IotError.RESOURCE_NOT_FOUND, "Audit suppression", () -> rig.suppressions.describe(SCOPE, ACCOUNT));
        assertThat(list()).isEmpty();
        create(ACCOUNT, FOR_GOOD, "t2");
        assertThat(list()).hasSize(1);
    }

    @Test
    void areRefusedWhenCheckResourceOrTermIsWrong() {
        refuses(
                IotError.INVALID_REQUEST,
                "Unknown audit check X",
                () -> create(new Subject("X", ACCOUNT.resource()), FOR_GOOD, "t"));
        refuses(
                IotError.INVALID_REQUEST,
                "named by [account]",
                () -> create(new Subject(LOGGING.value(), Map.of("clientId", "c")), FOR_GOOD, "t"));
        refuses(
                IotError.INVALID_REQUEST,
                "expirationDate",
                () -> create(ACCOUNT, new SuppressionTerm(null, null), "t"));
        refuses(
                IotError.INVALID_REQUEST,
                "in the future",
                () -> create(ACCOUNT, new SuppressionTerm(rig.clock.instant(), null), "t"));
        assertThat(list()).isEmpty();
    }

    @Test
    void changeOnlyInWhatIsGiven() {
        Instant soon = rig.clock.instant().plus(HOUR);
        create(ACCOUNT, new SuppressionTerm(soon, false), "t1");

        rig.suppressions.update(SCOPE, ACCOUNT, new SuppressionTerm(null, null), "known");
        assertThat(described(soon, "known")).isTrue();

        rig.suppressions.update(SCOPE, ACCOUNT, FOR_GOOD, null);
        assertThat(described(null, "known")).isTrue();

        rig.suppressions.update(SCOPE, ACCOUNT, new SuppressionTerm(soon, false), null);
        assertThat(described(soon, "known")).isTrue();
    }

    @Test
    void mustExistToBeChangedButNotToBeDeleted() {
        refuses(
                IotError.RESOURCE_NOT_FOUND,
                "Audit suppression",
                () -> rig.suppressions.update(SCOPE, ACCOUNT, FOR_GOOD, null));
        rig.suppressions.delete(SCOPE, ACCOUNT);
    }

    @Test
    void areForgottenOnceExpired() {
        create(ACCOUNT, new SuppressionTerm(rig.clock.instant().plus(HOUR), null), "t1");
        new AuditRetention(rig.store, rig.continuous, rig.timers, rig.clock).start();

        rig.timers.advance(HOUR);

        assertThat(rig.store
                        .transactions()
                        .<Integer>read(tx -> rig.store.suppressions().count(tx, SCOPE)))
                .isZero();
    }

    private void create(Subject subject, SuppressionTerm term, String token) {
        rig.suppressions.create(SCOPE, subject, term, "because", token);
    }

    private boolean described(@Nullable Instant expiresAt, String description) {
        AuditSuppression found = rig.suppressions.describe(SCOPE, ACCOUNT);
        return found.equals(new AuditSuppression(LOGGING, found.resource(), expiresAt, description));
    }

    private List<AuditSuppression> list() {
        return rig.suppressions
                .list(SCOPE, null, Map.of(), true, PageRequest.first(100))
                .items();
    }

    private String recordState() {
        return rig.hub.stream()
                .filter(document -> document.path("Title").stringValue().startsWith(LOGGING + ": "))
                .reduce((_, last) -> last)
                .orElseThrow()
                .path("RecordState")
                .stringValue();
    }
}
