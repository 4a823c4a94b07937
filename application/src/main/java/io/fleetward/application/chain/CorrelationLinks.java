// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.hub.Findings;
import io.fleetward.application.hub.correlation.Correlations;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.CorrelationFindings;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** What a correlation was made of, and the correlations that a finding is a cause of. */
final class CorrelationLinks implements ChainSource {
    private final Findings findings;
    private final Correlations correlations;
    private final List<ChainSource> ofCauses;

    /** @param ofCauses what knows more of the findings that a correlation was made of */
    CorrelationLinks(Findings findings, Correlations correlations, List<ChainSource> ofCauses) {
        this.findings = findings;
        this.correlations = correlations;
        this.ofCauses = List.copyOf(ofCauses);
    }

    @Override
    public void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain) {
        if (CorrelationFindings.isCorrelation(finding)) {
            chain.add(
                    Kind.CORRELATION,
                    createdAt(finding.document()),
                    text(finding, "Description"),
                    of(finding.document()));
            causes(finding.document()).forEach(cause -> traceCause(tx, owner, cause, chain));
        } else {
            List<Correlation.Key> rows = correlations.naming(tx, owner, List.of(finding.key()));
            correlations.find(tx, owner, rows).stream()
                    .map(Correlation::told)
                    .filter(Objects::nonNull)
                    .filter(told -> causes(told).contains(finding.key()))
                    .forEach(told -> chain.add(
                            Kind.CORRELATION,
                            createdAt(told),
                            told.path("Title").stringValue(),
                            of(told)));
        }
    }

    private void traceCause(Tx tx, AccountRegion owner, FindingKey cause, ChainDraft chain) {
        Map<FindingKey, StoredFinding> found = findings.find(tx, owner, List.of(cause));
        StoredFinding stored = found.get(cause);
        if (stored == null) {
            chain.miss("Finding " + cause.id() + " is no longer kept.");
            return;
        }
        Finding finding = stored.finding();
        chain.add(
                Kind.FINDING,
                createdAt(finding.document()),
                text(finding, "Title"),
                "id",
                finding.id(),
                "productArn",
                finding.productArn());
        ofCauses.forEach(source -> source.trace(tx, owner, finding, chain));
    }

    private static List<FindingKey> causes(ObjectNode document) {
        return document.path("RelatedFindings")
                .valueStream()
                .map(cause -> new FindingKey(
                        cause.path("ProductArn").stringValue(), cause.path("Id").stringValue()))
                .toList();
    }

    private static String[] of(ObjectNode document) {
        return new String[] {
            "id",
            document.path("Id").stringValue(),
            "productArn",
            document.path("ProductArn").stringValue(),
            "ruleArn",
            document.path("GeneratorId").stringValue()
        };
    }

    private static String text(Finding finding, String member) {
        return finding.document().path(member).stringValue();
    }

    private static Instant createdAt(ObjectNode document) {
        return Objects.requireNonNull(
                FindingTime.parse(document.path("CreatedAt").stringValue()), "a finding without CreatedAt");
    }
}
