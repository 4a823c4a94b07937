// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.hub.FindingExport;
import io.fleetward.application.hub.FindingExport.Exported;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.ExportFindingsRequest;
import io.fleetward.aws.model.fleetward.ExportFindingsResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.kernel.Page;
import java.util.List;

/** Findings that leave in other formats. Thread-safe. */
public final class FindingExportOperations implements FleetwardApi {
    private static final int FALLBACK = 250;

    private final FindingExport export;
    private final PageTokens tokens;

    public FindingExportOperations(FindingExport export, PageTokens tokens) {
        this.export = export;
        this.tokens = tokens;
    }

    @Override
    public ExportFindingsResponse exportFindings(ExportFindingsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ExportFindings", request.format(), request.filters());
        Exported page = export.export(
                context,
                request.format(),
                request.filters(),
                paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ExportFindingsResponse.builder()
                .content(page.content())
                .findingsCount((long) page.count())
                .nextToken(paging.token(new Page<>(List.of(), page.next())))
                .build();
    }
}
