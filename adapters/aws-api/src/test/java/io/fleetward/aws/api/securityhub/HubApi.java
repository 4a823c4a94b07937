// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.HubFixture;
import io.fleetward.application.hub.standard.StandardFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.fleetward.StandardScoreOperations;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** The hub behind the API, without a socket; the caller works in account 123456789012 in eu-west-1. */
final class HubApi {
    static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    static final String OWN_PRODUCT = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default";

    final StandardFixture standards = new StandardFixture();
    final HubFixture hub = standards.hub;
    private final ApiHarness api;
    private AccountRegion caller = HOME;

    HubApi() {
        var tokens = new PageTokens("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        api = ApiHarness.of(
                        hub.clock,
                        new HubOperations(hub.administration),
                        new ProductOperations(hub.integrations, tokens),
                        new FindingOperations(hub.imports, hub.updates, hub.queries, tokens),
                        new AutomationRuleOperations(hub.rules, tokens),
                        new InsightOperations(hub.insights, tokens),
                        new ActionTargetOperations(hub.actions, tokens),
                        new MemberOperations(hub.members, tokens),
                        new InvitationOperations(hub.invitations, tokens),
                        new OrganizationOperations(hub.organization, tokens),
                        new AggregatorOperations(hub.aggregation, tokens),
                        new StandardOperations(standards.standards, tokens),
                        new ControlOperations(standards.controls, tokens),
                        new AssociationOperations(standards.associations, tokens),
                        new StandardScoreOperations(standards.scores),
                        new ConfigurationPolicyOperations(standards.policies, tokens),
                        new PolicyAssociationOperations(standards.policyAssociations, tokens))
                .in(HOME);
    }

    /** A hub that is enabled in the caller's account and region. */
    static HubApi enabled() {
        var api = new HubApi();
        api.ok("EnableSecurityHub", "{}");
        return api;
    }

    /** Calls on in another account or region. */
    HubApi in(AccountRegion scope) {
        api.in(scope);
        caller = scope;
        return this;
    }

    /** Where the caller works. */
    AccountRegion caller() {
        return caller;
    }

    /** Makes the account a member of the administrator, who calls from now on; both hubs are on. */
    HubApi follow(AccountRegion administrator, AccountRegion member) {
        in(administrator).ok("CreateMembers", "{'AccountDetails':[{'AccountId':'" + member.account() + "'}]}");
        ok("InviteMembers", "{'AccountIds':['" + member.account() + "']}");
        for (JsonNode invitation : in(member).ok("ListInvitations", "{}").path("Invitations")) {
            if (invitation
                    .path("AccountId")
                    .stringValue()
                    .equals(administrator.account().value())) {
                String id = invitation.path("InvitationId").stringValue();
                String accepted = "{'AdministratorId':'" + administrator.account() + "','InvitationId':'" + id + "'}";
                ok("AcceptAdministratorInvitation", accepted);
            }
        }
        return in(administrator);
    }

    /** The answer of a call, whatever it is. */
    ApiHarness.Answer call(String operation, String members) {
        return api.call(AwsService.SECURITY_HUB, operation, members);
    }

    /** The answer of a call that must succeed. */
    JsonNode ok(String operation, String members) {
        ApiHarness.Answer answer = call(operation, members);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** How the caller's account does by its standards. */
    JsonNode scores() {
        ApiHarness.Answer answer = api.call(AwsService.FLEETWARD, "DescribeStandardScores", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The answer of a call that must be refused this way. */
    ApiHarness.Answer refused(String operation, String members, int status, String code) {
        ApiHarness.Answer answer = call(operation, members);
        assertThat(answer.errorCode()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        return answer;
    }
}
