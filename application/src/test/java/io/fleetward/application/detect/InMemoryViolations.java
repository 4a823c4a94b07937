// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.CriteriaType;
import io.fleetward.detect.training.AlarmSpells.Spell;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Violations and their events in memory. */
public final class InMemoryViolations implements Violations {
    private record Row(Violation violation, @Nullable Instant endedAt, Verification verification, Instant findingAt) {
        ViolationRecord asRecord() {
            return new ViolationRecord(violation, endedAt == null, verification, findingAt);
        }
    }

    private static final Comparator<Keyset> LATEST_FIRST =
            Comparator.comparingLong(Keyset::at).thenComparing(Keyset::id).reversed();

    private final InMemoryTable<ScopedKey, Row> rows = new InMemoryTable<>();
    private final InMemoryTable<ScopedKey, ViolationEvent> events = new InMemoryTable<>();

    private static AccountRegion scope(Violation violation) {
        return violation.key().device().scope();
    }

    private static ScopedKey key(Violation violation) {
        return ScopedKey.of(scope(violation), violation.id());
    }

    private static ScopedKey key(ViolationEvent event) {
        return ScopedKey.of(scope(event.violation()), event.violation().id(), event.at());
    }

    private Row require(Tx tx, ScopedKey key) {
        return Objects.requireNonNull(rows.get(tx, key), key::toString);
    }

    @Override
    public void raise(Tx tx, Violation violation) {
        rows.put(tx, key(violation), new Row(violation, null, Verification.NONE, violation.startedAt()));
    }

    @Override
    public void prolong(Tx tx, Violation violation) {
        Row row = require(tx, key(violation));
        rows.put(tx, key(violation), new Row(violation, row.endedAt(), row.verification(), row.findingAt()));
    }

    @Override
    public void end(Tx tx, Violation violation, Instant at) {
        Row row = require(tx, key(violation));
        rows.put(tx, key(violation), new Row(violation, at, row.verification(), row.findingAt()));
    }

    @Override
    public void append(Tx tx, ViolationEvent event) {
        events.put(tx, key(event), event);
    }

    @Override
    public void findingSent(Tx tx, AccountRegion scope, String id, Instant at) {
        Row row = require(tx, ScopedKey.of(scope, id));
        rows.put(tx, ScopedKey.of(scope, id), new Row(row.violation(), row.endedAt(), row.verification(), at));
    }

    @Override
    public @Nullable ViolationRecord find(Tx tx, AccountRegion scope, String id) {
        Row row = rows.get(tx, ScopedKey.of(scope, id));
        return row == null ? null : row.asRecord();
    }

    @Override
    public boolean verify(Tx tx, AccountRegion scope, String id, Verification verification) {
        Row row = rows.get(tx, ScopedKey.of(scope, id));
        if (row == null) {
            return false;
        }
        rows.put(tx, ScopedKey.of(scope, id), new Row(row.violation(), row.endedAt(), verification, row.findingAt()));
        return true;
    }

    @Override
    public Page<ViolationRecord> active(Tx tx, AccountRegion scope, ViolationFilter filter, PageRequest page) {
        List<ViolationRecord> fitting = rows.all(tx).stream()
                .filter(row -> row.endedAt() == null && scope(row.violation()).equals(scope))
                .map(Row::asRecord)
                .filter(record ->
                        fits(record.violation().key(), record.violation().behavior(), record.verification(), filter))
                .toList();
        return InMemoryPages.ordered(
                fitting,
                Comparator.comparing(InMemoryViolations::keyset, LATEST_FIRST),
                record -> keyset(record).text(),
                page);
    }

    @Override
    public Page<ViolationEventRecord> events(Tx tx, AccountRegion scope, EventQuery query, PageRequest page) {
        List<ViolationEventRecord> fitting = events.all(tx).stream()
                .filter(event -> scope(event.violation()).equals(scope))
                .filter(event ->
                        !event.at().isBefore(query.from()) && !event.at().isAfter(query.to()))
                .map(event -> ViolationEventRecord.of(event, verification(tx, event)))
                .filter(record -> fits(record.key(), record.behavior(), record.verification(), query.filter()))
                .toList();
        return InMemoryPages.ordered(
                fitting,
                Comparator.comparing(InMemoryViolations::keyset, LATEST_FIRST),
                record -> keyset(record).text(),
                page);
    }

    private Verification verification(Tx tx, ViolationEvent event) {
        Row row = rows.get(tx, key(event.violation()));
        return row == null ? Verification.NONE : row.verification();
    }

    private static Keyset keyset(ViolationRecord record) {
        return new Keyset(
                record.violation().startedAt().toEpochMilli(),
                record.violation().id());
    }

    private static Keyset keyset(ViolationEventRecord record) {
        return new Keyset(record.at().toEpochMilli(), record.violationId());
    }

    private static boolean fits(AlarmKey key, Behavior behavior, Verification verification, ViolationFilter filter) {
        return (filter.thing() == null || filter.thing().equals(key.device().name()))
                && (filter.profile() == null || filter.profile().equals(key.profile()))
                && (filter.criteriaType() == null
                        || filter.criteriaType() == behavior.criteria().type())
                && (filter.suppressed() == null || filter.suppressed() == behavior.isSuppressed())
                && (filter.verification() == null || filter.verification() == verification.state());
    }

    @Override
    public List<Violation> activeEverywhere(Tx tx) {
        return rows.all(tx).stream()
                .filter(row -> row.endedAt() == null)
                .map(Row::violation)
                .toList();
    }

    @Override
    public List<Violation> endedSince(Tx tx, Instant since) {
        return rows.all(tx).stream()
                .filter(row -> row.endedAt() != null && !row.endedAt().isBefore(since))
                .map(Row::violation)
                .toList();
    }

    @Override
    public List<ViolationRecord> findingNotSentSince(Tx tx, Instant since) {
        return rows.all(tx).stream()
                .filter(row -> row.endedAt() == null && !row.findingAt().isAfter(since))
                .map(Row::asRecord)
                .toList();
    }

    @Override
    public List<Spell> spells(Tx tx, AccountRegion scope, String profile, String behavior, Instant since) {
        return rows.all(tx).stream()
                .filter(row -> scope(row.violation()).equals(scope)
                        && row.violation().key().profile().equals(profile)
                        && row.violation().key().behavior().equals(behavior)
                        && row.violation().behavior().criteria().type() == CriteriaType.MACHINE_LEARNING)
                .filter(row -> row.endedAt() == null || !row.endedAt().isBefore(since))
                .map(row -> new Spell(
                        row.violation().key().device(),
                        row.violation().measuredFrom(),
                        row.endedAt(),
                        row.violation().behavior().datapointsToAlarm() - 1,
                        row.verification().state()))
                .toList();
    }

    @Override
    public void prune(Tx tx, Instant before) {
        for (ViolationEvent event : events.all(tx)) {
            if (event.at().isBefore(before)) {
                events.remove(tx, key(event));
            }
        }
        for (Row row : rows.all(tx)) {
            if (row.endedAt() != null && row.endedAt().isBefore(before)) {
                rows.remove(tx, key(row.violation()));
            }
        }
    }
}
