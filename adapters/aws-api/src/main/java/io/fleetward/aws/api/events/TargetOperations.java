// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetAdministration;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListTargetsByRuleRequest;
import io.fleetward.aws.model.events.ListTargetsByRuleResponse;
import io.fleetward.aws.model.events.PutTargetsRequest;
import io.fleetward.aws.model.events.PutTargetsResponse;
import io.fleetward.aws.model.events.RemoveTargetsRequest;
import io.fleetward.aws.model.events.RemoveTargetsResponse;
import io.fleetward.aws.model.events.RemoveTargetsResultEntry;
import java.util.List;

/** Targets of rules. Thread-safe. */
public final class TargetOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;

    private final TargetAdministration targets;
    private final PageTokens tokens;

    public TargetOperations(TargetAdministration targets, PageTokens tokens) {
        this.targets = targets;
        this.tokens = tokens;
    }

    @Override
    public PutTargetsResponse putTargets(PutTargetsRequest request, CallContext context) {
        List<RuleTarget> wanted =
                request.targets().stream().map(TargetForms::read).toList();
        targets.put(context.scope(), request.eventBusName(), request.rule(), wanted);
        return PutTargetsResponse.builder()
                .failedEntryCount(0)
                .failedEntries(List.of())
                .build();
    }

    @Override
    public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request, CallContext context) {
        List<String> missing = targets.remove(context.scope(), request.eventBusName(), request.rule(), request.ids());
        return RemoveTargetsResponse.builder()
                .failedEntryCount(missing.size())
                .failedEntries(missing.stream()
                        .map(id -> RemoveTargetsResultEntry.builder()
                                .targetId(id)
                                .errorCode("ResourceNotFoundException")
                                .errorMessage("Target " + id + " does not exist.")
                                .build())
                        .toList())
                .build();
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListTargetsByRule", request.eventBusName(), request.rule());
        var page = targets.list(
                context.scope(),
                request.eventBusName(),
                request.rule(),
                paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListTargetsByRuleResponse.builder()
                .targets(page.items().stream().map(TargetForms::write).toList())
                .nextToken(paging.token(page))
                .build();
    }
}
