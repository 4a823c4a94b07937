// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.ImportReport.Failure;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.HubChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what a run does to findings; what happens to one twice counts as the more telling. Confined to its run. */
final class ImportTally {
    private enum Fate {
        UNTOUCHED,
        UPDATED,
        REOPENED,
        CLOSED,
        CREATED
    }

    private final Map<FindingKey, Fate> fates = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int failed;

    void fail(Collection<Failure> more) {
        failed += more.size();
        more.stream().limit(FindingImportRun.KEPT - failures.size()).forEach(failures::add);
    }

    void warn(String warning) {
        if (warnings.size() < FindingImportRun.KEPT) {
            warnings.add(warning);
        }
    }

    /** Counts the change; answers what of it can be undone. */
    List<FindingImportRun.Entry> count(HubChange change) {
        return switch (change) {
            case HubChange.Created(StoredFinding finding) -> {
                raise(finding.key(), Fate.CREATED);
                yield entry(finding, FindingImportRun.Effect.CREATED);
            }
            case HubChange.Updated(StoredFinding before, StoredFinding after) -> updated(before, after);
            case HubChange.Ignored(StoredFinding finding) -> {
                raise(finding.key(), Fate.UNTOUCHED);
                yield List.of();
            }
        };
    }

    private List<FindingImportRun.Entry> updated(StoredFinding before, StoredFinding after) {
        boolean wasActive = before.finding().recordState() == RecordState.ACTIVE;
        boolean isActive = after.finding().recordState() == RecordState.ACTIVE;
        if (fates.get(after.key()) == Fate.CREATED) {
            return entry(after, FindingImportRun.Effect.CREATED);
        } else if (wasActive && !isActive) {
            raise(after.key(), Fate.CLOSED);
            return entry(after, FindingImportRun.Effect.CLOSED);
        }
        raise(after.key(), wasActive == isActive ? Fate.UPDATED : Fate.REOPENED);
        return List.of();
    }

    ImportCounts counts() {
        var counted = new EnumMap<Fate, Integer>(Fate.class);
        fates.values().forEach(fate -> counted.merge(fate, 1, Integer::sum));
        return new ImportCounts(
                counted.getOrDefault(Fate.CREATED, 0),
                counted.getOrDefault(Fate.UPDATED, 0),
                counted.getOrDefault(Fate.REOPENED, 0),
                counted.getOrDefault(Fate.CLOSED, 0),
                counted.getOrDefault(Fate.UNTOUCHED, 0),
                failed);
    }

    List<Failure> failures() {
        return failures;
    }

    List<String> warnings() {
        return warnings;
    }

    private void raise(FindingKey key, Fate fate) {
        fates.merge(key, fate, (old, now) -> old.compareTo(now) > 0 ? old : now);
    }

    private static List<FindingImportRun.Entry> entry(StoredFinding finding, FindingImportRun.Effect effect) {
        return List.of(new FindingImportRun.Entry(finding.key(), effect, finding.revision()));
    }
}
