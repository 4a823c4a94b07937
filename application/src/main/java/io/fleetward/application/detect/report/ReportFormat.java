// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;

/** The two encodings of reports and of the replies to them. Thread-safe. */
@SuppressWarnings("ImmutableEnumChecker") // mappers do not change once they are built
public enum ReportFormat {
    JSON(
            "json",
            new JsonMapper(
                    JsonFactory.builder().streamReadConstraints(Bounds.ALL).build())),
    CBOR(
            "cbor",
            new CBORMapper(
                    CBORFactory.builder().streamReadConstraints(Bounds.ALL).build()));

    private final String topicLevel;
    private final ObjectMapper mapper;

    ReportFormat(String topicLevel, ObjectMapper mapper) {
        this.topicLevel = topicLevel;
        this.mapper = mapper;
    }

    /** The level that stands for it in topics. */
    public String topicLevel() {
        return topicLevel;
    }

    /** The format with this level, or null. */
    static @Nullable ReportFormat ofTopicLevel(String level) {
        for (ReportFormat format : values()) {
            if (format.topicLevel.equals(level)) {
                return format;
            }
        }
        return null;
    }

    /** The one value that the payload is; null when it is anything else, or nested or written beyond reason. */
    @Nullable
    JsonNode decode(byte[] payload) {
        try {
            JsonNode tree = mapper.readTree(payload);
            return tree.isMissingNode() ? null : tree;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    byte[] encode(ObjectNode tree) {
        return mapper.writeValueAsBytes(tree);
    }

    /** What no agent exceeds. */
    private static final class Bounds {
        static final StreamReadConstraints ALL = StreamReadConstraints.builder()
                .maxNestingDepth(16)
                .maxNumberLength(64)
                .build();
    }
}
