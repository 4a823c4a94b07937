// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft.Outcome;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft.Part;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft.Question;
import io.fleetward.application.hub.correlation.CorrelationRuleRegistry;
import io.fleetward.application.hub.correlation.CorrelationRuleRegistry.View;
import io.fleetward.application.hub.correlation.CorrelationTrials;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.CorrelationPart;
import io.fleetward.aws.model.fleetward.CorrelationRule;
import io.fleetward.aws.model.fleetward.CreateCorrelationRuleRequest;
import io.fleetward.aws.model.fleetward.CreateCorrelationRuleResponse;
import io.fleetward.aws.model.fleetward.DeleteCorrelationRuleRequest;
import io.fleetward.aws.model.fleetward.DeleteCorrelationRuleResponse;
import io.fleetward.aws.model.fleetward.DescribeCorrelationRuleRequest;
import io.fleetward.aws.model.fleetward.DescribeCorrelationRuleResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListCorrelationRulesRequest;
import io.fleetward.aws.model.fleetward.ListCorrelationRulesResponse;
import io.fleetward.aws.model.fleetward.PreviewCorrelationRuleRequest;
import io.fleetward.aws.model.fleetward.PreviewCorrelationRuleResponse;
import io.fleetward.aws.model.fleetward.UpdateCorrelationRuleRequest;
import io.fleetward.aws.model.fleetward.UpdateCorrelationRuleResponse;
import io.fleetward.hub.correlation.CorrelationRule.Status;
import io.fleetward.hub.correlation.EndsWhen;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.finding.SeverityLabel;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules that make one finding out of several. Thread-safe. */
public final class CorrelationRuleOperations implements FleetwardApi {
    private static final int PAGE = 25;
    private static final int EXAMPLES = 10;

    private final CorrelationRuleRegistry rules;
    private final CorrelationTrials trials;
    private final PageTokens tokens;

    public CorrelationRuleOperations(CorrelationRuleRegistry rules, CorrelationTrials trials, PageTokens tokens) {
        this.rules = rules;
        this.trials = trials;
        this.tokens = tokens;
    }

    @Override
    public CreateCorrelationRuleResponse createCorrelationRule(
            CreateCorrelationRuleRequest request, CallContext context) {
        var question = question(
                request.parts(), request.joinedBy(), request.withinSeconds(), request.ordered(), request.endsWhen());
        var outcome = new Outcome(request.title(), value(request.severity(), SeverityLabel::valueOf), request.types());
        var draft = new CorrelationRuleDraft(
                request.name(), request.description(), value(request.status(), Status::valueOf), question, outcome);
        View created = rules.create(context, draft);
        return CreateCorrelationRuleResponse.builder()
                .ruleId(created.rule().id())
                .ruleArn(created.arn())
                .build();
    }

    @Override
    public DescribeCorrelationRuleResponse describeCorrelationRule(
            DescribeCorrelationRuleRequest request, CallContext context) {
        return DescribeCorrelationRuleResponse.builder()
                .rule(shown(rules.describe(context, request.ruleId())))
                .build();
    }

    @Override
    public ListCorrelationRulesResponse listCorrelationRules(ListCorrelationRulesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListCorrelationRules");
        var page = rules.list(context, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListCorrelationRulesResponse.builder()
                .rules(page.map(CorrelationRuleOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public UpdateCorrelationRuleResponse updateCorrelationRule(
            UpdateCorrelationRuleRequest request, CallContext context) {
        var question = question(
                request.parts(), request.joinedBy(), request.withinSeconds(), request.ordered(), request.endsWhen());
        var outcome = new Outcome(request.title(), value(request.severity(), SeverityLabel::valueOf), request.types());
        var draft = new CorrelationRuleDraft(
                request.name(), request.description(), value(request.status(), Status::valueOf), question, outcome);
        return UpdateCorrelationRuleResponse.builder()
                .rule(shown(rules.update(context, request.ruleId(), draft)))
                .build();
    }

    @Override
    public DeleteCorrelationRuleResponse deleteCorrelationRule(
            DeleteCorrelationRuleRequest request, CallContext context) {
        rules.delete(context, request.ruleId());
        return new DeleteCorrelationRuleResponse();
    }

    @Override
    public PreviewCorrelationRuleResponse previewCorrelationRule(
            PreviewCorrelationRuleRequest request, CallContext context) {
        int examples = request.exampleSize() == null ? EXAMPLES : request.exampleSize();
        CorrelationTrials.Preview preview;
        if (request.ruleId() != null && request.parts() == null) {
            preview = trials.preview(context, request.ruleId(), examples);
        } else if (request.ruleId() == null && request.parts() != null) {
            var question = question(
                    request.parts(),
                    request.joinedBy(),
                    request.withinSeconds(),
                    request.ordered(),
                    request.endsWhen());
            var draft = new CorrelationRuleDraft(null, null, null, question, new Outcome(null, null, null));
            preview = trials.preview(context, draft, examples);
        } else {
            throw new ApiException(HubError.INVALID_INPUT, "Give either parts or ruleId");
        }
        return PreviewCorrelationRuleResponse.builder()
                .resources(preview.resources())
                .isComplete(preview.isComplete())
                .examples(preview.examples())
                .build();
    }

    private static CorrelationRule shown(View view) {
        var rule = view.rule();
        var question = rule.question();
        return CorrelationRule.builder()
                .ruleId(rule.id())
                .ruleArn(view.arn())
                .name(rule.name())
                .description(rule.description())
                .status(rule.status().name())
                .parts(question.parts().stream()
                        .map(part -> CorrelationPart.builder()
                                .name(part.name())
                                .filters(part.filters())
                                .build())
                        .toList())
                .joinedBy(question.joinedBy().name())
                .withinSeconds((int) question.within().toSeconds())
                .ordered(question.isOrdered())
                .endsWhen(question.endsWhen().name())
                .title(rule.outcome().title())
                .severity(rule.outcome().severity().name())
                .types(rule.outcome().types())
                .phase(rule.progress().phase().name())
                .openFindings(view.openFindings())
                .createdAt(rule.createdAt())
                .updatedAt(rule.updatedAt())
                .createdBy(rule.createdBy())
                .build();
    }

    private static Question question(
            @Nullable List<CorrelationPart> parts,
            @Nullable String joinedBy,
            @Nullable Integer withinSeconds,
            @Nullable Boolean ordered,
            @Nullable String endsWhen) {
        return new Question(
                parts(parts),
                value(joinedBy, JoinKey::valueOf),
                value(withinSeconds, Duration::ofSeconds),
                ordered,
                value(endsWhen, EndsWhen::valueOf));
    }

    private static @Nullable List<Part> parts(@Nullable List<CorrelationPart> parts) {
        return parts == null
                ? null
                : parts.stream()
                        .map(part -> new Part(part.name(), part.filters()))
                        .toList();
    }

    private static <T, U> @Nullable U value(@Nullable T sent, Function<T, U> read) {
        return sent == null ? null : read.apply(sent);
    }
}
