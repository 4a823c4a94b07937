// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.hub.FindingHistories;
import io.fleetward.application.hub.FindingHistory;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.stream.Collectors;

/** The finding itself: how it came and what changed in it. */
final class HistoryLinks implements ChainSource {
    private static final int MOST = 100;

    /** Later than any change. */
    private static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final FindingHistories histories;

    HistoryLinks(FindingHistories histories) {
        this.histories = histories;
    }

    @Override
    public void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain) {
        var span = new FindingHistory.Span(finding.key(), Instant.EPOCH, END);
        Page<FindingChange> changes = histories.list(tx, owner, span, PageRequest.first(MOST));
        for (FindingChange change : changes.items()) {
            chain.add(
                    Kind.FINDING,
                    change.at(),
                    summary(finding, change),
                    "id",
                    finding.id(),
                    "productArn",
                    finding.productArn(),
                    "updateSource",
                    change.source().identity());
        }
        FindingChange first = changes.items().isEmpty() ? null : changes.items().getLast();
        Instant oldest = chain.now().minus(Retention.STANDARD.history());
        if (changes.next() != null) {
            chain.miss("Of the changes of the finding only the last " + MOST + " are shown.");
        } else if (first == null || !first.created()) {
            chain.miss("How the finding came is no longer kept in its history.");
        } else if (first.at().isBefore(oldest)) {
            chain.miss("Of the changes of the finding only those since " + oldest + " are kept.");
        }
    }

    private static String summary(Finding finding, FindingChange change) {
        if (change.created()) {
            return "Created: " + finding.document().path("Title").stringValue();
        }
        return change.updates().stream().map(HistoryLinks::summary).collect(Collectors.joining(", ", "Changed: ", ""));
    }

    /** A state with its values; of anything else, which may be long, the name. */
    private static String summary(FieldUpdate update) {
        boolean isState = switch (update.field()) {
            case "RecordState", "Workflow.Status", "Severity.Label", "VerificationState" -> true;
            default -> false;
        };
        return isState ? update.field() + " to " + update.newValue() : update.field();
    }
}
