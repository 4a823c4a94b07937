// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.hub.export.ExportFormat;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands out findings in formats that other tools read, page by page. Thread-safe. */
public final class FindingExport {
    private final FindingQueries queries;

    public FindingExport(FindingQueries queries) {
        this.queries = queries;
    }

    /**
     * A page of findings as text.
     *
     * @param next the keyset of the page that follows; null for the last one
     */
    public record Exported(String content, int count, @Nullable String next) {}

    /**
     * The findings that the filters match, the latest first.
     *
     * @param filters as GetFindings takes them, as JSON text; null for all findings
     */
    public Exported export(CallContext context, String format, @Nullable String filters, PageRequest page) {
        ExportFormat written = ExportFormat.of(format);
        if (written == null) {
            String known = Arrays.stream(ExportFormat.values()).map(Enum::name).collect(Collectors.joining(", "));
            throw new ApiException(IotError.INVALID_REQUEST, "format must be one of " + known);
        }
        Page<Finding> found = queries.find(context, filters == null ? null : object(filters), List.of(), page);
        return new Exported(
                written.write(found.items(), page.after() == null), found.items().size(), found.next());
    }

    private static ObjectNode object(String filters) {
        try {
            if (JsonMapper.shared().readTree(filters) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new ApiException(IotError.INVALID_REQUEST, "filters must be JSON");
        }
        throw new ApiException(IotError.INVALID_REQUEST, "filters must be a JSON object");
    }
}
