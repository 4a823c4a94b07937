// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.rule.EventRule;
import io.fleetward.application.events.rule.RuleAdministration;
import io.fleetward.application.events.rule.RuleDraft;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.DeleteRuleRequest;
import io.fleetward.aws.model.events.DeleteRuleResponse;
import io.fleetward.aws.model.events.DescribeRuleRequest;
import io.fleetward.aws.model.events.DescribeRuleResponse;
import io.fleetward.aws.model.events.DisableRuleRequest;
import io.fleetward.aws.model.events.DisableRuleResponse;
import io.fleetward.aws.model.events.EnableRuleRequest;
import io.fleetward.aws.model.events.EnableRuleResponse;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListRuleNamesByTargetRequest;
import io.fleetward.aws.model.events.ListRuleNamesByTargetResponse;
import io.fleetward.aws.model.events.ListRulesRequest;
import io.fleetward.aws.model.events.ListRulesResponse;
import io.fleetward.aws.model.events.PutRuleRequest;
import io.fleetward.aws.model.events.PutRuleResponse;
import io.fleetward.aws.model.events.Rule;
import io.fleetward.aws.model.events.TestEventPatternRequest;
import io.fleetward.aws.model.events.TestEventPatternResponse;

/** Rules of event buses. Thread-safe. */
public final class RuleOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;

    private final RuleAdministration rules;
    private final PageTokens tokens;

    public RuleOperations(RuleAdministration rules, PageTokens tokens) {
        this.rules = rules;
        this.tokens = tokens;
    }

    @Override
    public PutRuleResponse putRule(PutRuleRequest request, CallContext context) {
        var draft = new RuleDraft(
                request.eventBusName(),
                request.name(),
                request.eventPattern(),
                request.scheduleExpression(),
                !"DISABLED".equals(request.state()),
                request.description(),
                request.roleArn(),
                EventTagOperations.tags(request.tags()));
        EventRule rule = rules.put(context.scope(), draft);
        return PutRuleResponse.builder().ruleArn(rule.arn().toString()).build();
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request, CallContext context) {
        EventRule rule = rules.describe(context.scope(), request.eventBusName(), request.name());
        return DescribeRuleResponse.builder()
                .name(rule.name())
                .arn(rule.arn().toString())
                .eventPattern(rule.pattern())
                .scheduleExpression(rule.schedule())
                .state(state(rule))
                .description(rule.description())
                .roleArn(rule.roleArn())
                .eventBusName(rule.bus())
                .createdBy(rule.scope().account().value())
                .build();
    }

    @Override
    public EnableRuleResponse enableRule(EnableRuleRequest request, CallContext context) {
        rules.enable(context.scope(), request.eventBusName(), request.name(), true);
        return new EnableRuleResponse();
    }

    @Override
    public DisableRuleResponse disableRule(DisableRuleRequest request, CallContext context) {
        rules.enable(context.scope(), request.eventBusName(), request.name(), false);
        return new DisableRuleResponse();
    }

    @Override
    public DeleteRuleResponse deleteRule(DeleteRuleRequest request, CallContext context) {
        rules.delete(context.scope(), request.eventBusName(), request.name());
        return new DeleteRuleResponse();
    }

    @Override
    public ListRulesResponse listRules(ListRulesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListRules", request.eventBusName(), request.namePrefix());
        var page = rules.list(
                context.scope(),
                request.eventBusName(),
                request.namePrefix(),
                paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListRulesResponse.builder()
                .rules(page.items().stream().map(RuleOperations::rule).toList())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListRuleNamesByTargetResponse listRuleNamesByTarget(
            ListRuleNamesByTargetRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListRuleNamesByTarget", request.eventBusName(), request.targetArn());
        var page = rules.listByTarget(
                context.scope(),
                request.eventBusName(),
                request.targetArn(),
                paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListRuleNamesByTargetResponse.builder()
                .ruleNames(page.items().stream().map(EventRule::name).toList())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public TestEventPatternResponse testEventPattern(TestEventPatternRequest request, CallContext context) {
        return TestEventPatternResponse.builder()
                .result(rules.test(request.eventPattern(), request.event()))
                .build();
    }

    private static Rule rule(EventRule rule) {
        return Rule.builder()
                .name(rule.name())
                .arn(rule.arn().toString())
                .eventPattern(rule.pattern())
                .scheduleExpression(rule.schedule())
                .state(state(rule))
                .description(rule.description())
                .roleArn(rule.roleArn())
                .eventBusName(rule.bus())
                .build();
    }

    private static String state(EventRule rule) {
        return rule.isEnabled() ? "ENABLED" : "DISABLED";
    }
}
