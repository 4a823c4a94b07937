// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.SeverityLabel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The severity object of findings: a label and a number that stand for the same, and what the provider called it.
 *
 * <p>Each of label and number is derived from the other when only one is given (hub, severity conversion).
 */
final class Severity {
    private static final String LABEL = "Label";
    private static final String NORMALIZED = "Normalized";
    private static final String ORIGINAL = "Original";

    private Severity() {}

    /** A copy with both label and number; at least one must be there. */
    static ObjectNode complete(@Nullable ObjectNode severity) {
        if (severity == null || !(severity.has(LABEL) || severity.has(NORMALIZED))) {
            throw new IllegalStateException("the schema lets no finding pass without a severity");
        }
        ObjectNode complete = severity.deepCopy();
        if (!complete.has(LABEL)) {
            complete.put(
                    LABEL,
                    SeverityLabel.of(complete.path(NORMALIZED).intValue()).name());
        }
        if (!complete.has(NORMALIZED)) {
            complete.put(
                    NORMALIZED,
                    SeverityLabel.valueOf(complete.path(LABEL).stringValue()).normalized());
        }
        return complete;
    }

    /** The severity of a new finding: the top-level one, overruled by the provider's fields. */
    static ObjectNode merged(@Nullable ObjectNode top, @Nullable ObjectNode provider) {
        if (top == null || provider == null) {
            return complete(top == null ? provider : top);
        }
        ObjectNode merged = complete(top);
        String label = provider.path(LABEL).stringValue(merged.path(LABEL).stringValue());
        if (!label.equals(merged.path(LABEL).stringValue())) {
            merged.put(LABEL, label);
            merged.put(NORMALIZED, SeverityLabel.valueOf(label).normalized());
        }
        if (provider.has(ORIGINAL)) {
            merged.set(ORIGINAL, provider.get(ORIGINAL));
        }
        return merged;
    }

    /** What stands among the provider's fields: label and original only, taken from the top where not stated. */
    static ObjectNode stated(ObjectNode top, @Nullable ObjectNode provider) {
        ObjectNode source = provider == null ? top : provider;
        ObjectNode stated = JsonNodeFactory.instance.objectNode();
        stated.set(LABEL, source.has(LABEL) ? source.get(LABEL) : top.get(LABEL));
        if (source.has(ORIGINAL)) {
            stated.set(ORIGINAL, source.get(ORIGINAL));
        }
        return stated;
    }
}
