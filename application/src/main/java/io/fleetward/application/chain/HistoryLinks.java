// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.hub.FindingHistory;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
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

    private final FindingHistory history;

    HistoryLinks(FindingHistory history) {
        this.history = history;
    }

    @Override
    public void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain) {
        var span = new FindingHistory.Span(finding.key(), Instant.EPOCH, END);
        Page<FindingChange> changes = history.list(tx, owner, span, PageRequest.first(MOST));
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
        boolean isFromTheBeginning =
                !changes.items().isEmpty() && changes.items().getLast().created();
        if (changes.next() != null) {
            chain.miss("Of the changes of the finding only the last " + MOST + " are shown.");
        } else if (!isFromTheBeginning) {
            chain.miss("How the finding came is no longer kept in its history.");
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
