// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.AutomationRuleArns;
import io.fleetward.application.hub.AutomationRuleRegistry;
import io.fleetward.application.hub.AutomationRuleRegistry.Change;
import io.fleetward.application.hub.AutomationRuleRegistry.Unprocessed;
import io.fleetward.application.hub.RuleDraft;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.AutomationRulesAction;
import io.fleetward.aws.model.securityhub.AutomationRulesConfig;
import io.fleetward.aws.model.securityhub.AutomationRulesMetadata;
import io.fleetward.aws.model.securityhub.BatchDeleteAutomationRulesRequest;
import io.fleetward.aws.model.securityhub.BatchDeleteAutomationRulesResponse;
import io.fleetward.aws.model.securityhub.BatchGetAutomationRulesRequest;
import io.fleetward.aws.model.securityhub.BatchGetAutomationRulesResponse;
import io.fleetward.aws.model.securityhub.BatchUpdateAutomationRulesRequest;
import io.fleetward.aws.model.securityhub.BatchUpdateAutomationRulesResponse;
import io.fleetward.aws.model.securityhub.CreateAutomationRuleRequest;
import io.fleetward.aws.model.securityhub.CreateAutomationRuleResponse;
import io.fleetward.aws.model.securityhub.ListAutomationRulesRequest;
import io.fleetward.aws.model.securityhub.ListAutomationRulesResponse;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.UnprocessedAutomationRule;
import io.fleetward.aws.model.securityhub.UpdateAutomationRulesRequestItem;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rules that change findings as they are imported. Thread-safe. */
public final class AutomationRuleOperations implements SecurityHubApi {
    private static final int PAGE = 100;
    private static final String ENABLED = "ENABLED";
    private static final String DISABLED = "DISABLED";
    private static final String FINDING_FIELDS_UPDATE = "FINDING_FIELDS_UPDATE";

    private final AutomationRuleRegistry rules;
    private final PageTokens tokens;

    public AutomationRuleOperations(AutomationRuleRegistry rules, PageTokens tokens) {
        this.rules = rules;
        this.tokens = tokens;
    }

    @Override
    public CreateAutomationRuleResponse createAutomationRule(CreateAutomationRuleRequest request, CallContext context) {
        var draft = new RuleDraft(
                request.ruleName(),
                request.description(),
                request.ruleOrder(),
                isEnabled(request.ruleStatus()),
                request.isTerminal(),
                request.criteria(),
                updates(request.actions()));
        Map<String, String> tags = request.tags() == null ? Map.of() : request.tags();
        return CreateAutomationRuleResponse.builder()
                .ruleArn(rules.create(context, draft, tags))
                .build();
    }

    @Override
    public BatchGetAutomationRulesResponse batchGetAutomationRules(
            BatchGetAutomationRulesRequest request, CallContext context) {
        var outcome = rules.get(context, request.automationRulesArns());
        return BatchGetAutomationRulesResponse.builder()
                .rules(outcome.done().stream()
                        .map(rule -> config(context.scope(), rule))
                        .toList())
                .unprocessedAutomationRules(unprocessed(outcome.unprocessed()))
                .build();
    }

    @Override
    public BatchUpdateAutomationRulesResponse batchUpdateAutomationRules(
            BatchUpdateAutomationRulesRequest request, CallContext context) {
        var outcome = rules.update(
                context,
                request.updateAutomationRulesRequestItems().stream()
                        .map(AutomationRuleOperations::change)
                        .toList());
        return BatchUpdateAutomationRulesResponse.builder()
                .processedAutomationRules(outcome.done())
                .unprocessedAutomationRules(unprocessed(outcome.unprocessed()))
                .build();
    }

    @Override
    public BatchDeleteAutomationRulesResponse batchDeleteAutomationRules(
            BatchDeleteAutomationRulesRequest request, CallContext context) {
        var outcome = rules.delete(context, request.automationRulesArns());
        return BatchDeleteAutomationRulesResponse.builder()
                .processedAutomationRules(outcome.done())
                .unprocessedAutomationRules(unprocessed(outcome.unprocessed()))
                .build();
    }

    @Override
    public ListAutomationRulesResponse listAutomationRules(ListAutomationRulesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListAutomationRules");
        var page = rules.list(context, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return ListAutomationRulesResponse.builder()
                .automationRulesMetadata(
                        page.map(rule -> metadata(context.scope(), rule)).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static Change change(UpdateAutomationRulesRequestItem item) {
        return new Change(
                item.ruleArn(),
                new RuleDraft(
                        item.ruleName(),
                        item.description(),
                        item.ruleOrder(),
                        isEnabled(item.ruleStatus()),
                        item.isTerminal(),
                        item.criteria(),
                        item.actions() == null ? null : updates(item.actions())));
    }

    /** The new values of the one action there is; none for an action that says none. */
    private static ObjectNode updates(List<AutomationRulesAction> actions) {
        ObjectNode updates = actions.isEmpty() ? null : actions.getFirst().findingFieldsUpdate();
        return updates == null ? JsonNodeFactory.instance.objectNode() : updates;
    }

    private static @Nullable Boolean isEnabled(@Nullable String status) {
        return status == null ? null : status.equals(ENABLED);
    }

    private static AutomationRulesConfig config(AccountRegion scope, AutomationRule rule) {
        return AutomationRulesConfig.builder()
                .ruleArn(AutomationRuleArns.of(scope, rule.id()))
                .ruleStatus(rule.isEnabled() ? ENABLED : DISABLED)
                .ruleOrder(rule.order())
                .ruleName(rule.name())
                .description(rule.description())
                .isTerminal(rule.isTerminal())
                .criteria(rule.criteria().document())
                .actions(List.of(AutomationRulesAction.builder()
                        .type(FINDING_FIELDS_UPDATE)
                        .findingFieldsUpdate(rule.action().values())
                        .build()))
                .createdAt(rule.createdAt())
                .updatedAt(rule.updatedAt())
                .createdBy(rule.createdBy())
                .build();
    }

    private static AutomationRulesMetadata metadata(AccountRegion scope, AutomationRule rule) {
        return AutomationRulesMetadata.builder()
                .ruleArn(AutomationRuleArns.of(scope, rule.id()))
                .ruleStatus(rule.isEnabled() ? ENABLED : DISABLED)
                .ruleOrder(rule.order())
                .ruleName(rule.name())
                .description(rule.description())
                .isTerminal(rule.isTerminal())
                .createdAt(rule.createdAt())
                .updatedAt(rule.updatedAt())
                .createdBy(rule.createdBy())
                .build();
    }

    private static List<UnprocessedAutomationRule> unprocessed(List<Unprocessed> rules) {
        return rules.stream()
                .map(rule -> UnprocessedAutomationRule.builder()
                        .ruleArn(rule.ruleArn())
                        .errorCode(rule.code())
                        .errorMessage(rule.message())
                        .build())
                .toList();
    }
}
