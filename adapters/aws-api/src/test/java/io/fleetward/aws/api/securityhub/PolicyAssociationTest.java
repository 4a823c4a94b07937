// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.aws.api.securityhub.CentralHub.ADMINISTRATOR;
import static io.fleetward.aws.api.securityhub.CentralHub.MANAGEMENT;
import static io.fleetward.aws.api.securityhub.CentralHub.MEMBER;
import static io.fleetward.aws.api.securityhub.CentralHub.OFF;
import static io.fleetward.aws.api.securityhub.CentralHub.ON;
import static io.fleetward.aws.api.securityhub.CentralHub.SIBLING;
import static io.fleetward.aws.api.securityhub.CentralHub.STANDARD;
import static io.fleetward.aws.api.securityhub.CentralHub.TO_MEMBER;
import static io.fleetward.aws.api.securityhub.CentralHub.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whom configuration policies are for, and what accounts may change themselves meanwhile. */
class PolicyAssociationTest {
    private static final AccountRegion MEMBER_LINKED = AccountRegion.of("222222222222", "us-east-1");
    private static final String TO_ROOT = "'Target':{'RootId':'r-fleetward'}";
    private static final String SELF = "SELF_MANAGED_SECURITY_HUB";

    private final CentralHub central = new CentralHub();
    private final HubApi api = central.api;

    @Test
    void configuresAnAccountInTheHomeRegionAndLinkedOnes() {
        String policy = central.policy("fleet", ON);
        JsonNode started = central.associate(policy, TO_MEMBER);
        assertThat(started.path("AssociationStatus").stringValue()).isEqualTo("PENDING");
        assertThat(started.path("AssociationType").stringValue()).isEqualTo("APPLIED");
        assertThat(started.path("TargetType").stringValue()).isEqualTo("ACCOUNT");
        assertThat(started.path("TargetId").stringValue()).isEqualTo("222222222222");
        assertThat(started.path("ConfigurationPolicyId").stringValue()).isEqualTo(policy);
        central.settle();
        JsonNode done = association(TO_MEMBER);
        assertThat(done.path("AssociationStatus").stringValue()).isEqualTo("SUCCESS");
        assertThat(done.path("AssociationStatusMessage").stringValue()).contains("successfully");
        for (AccountRegion place : List.of(MEMBER, MEMBER_LINKED)) {
            api.in(place);
            assertThat(enabledStandards()).containsExactly("iot-device-security/v/1.0.0");
            assertThat(status("IoT.1")).isEqualTo("ENABLED");
            assertThat(status("IoT.2")).isEqualTo("DISABLED");
            assertThat(control("IoT.6").at("/Parameters/requiredTagKeys").toString())
                    .isEqualTo("{\"ValueType\":\"CUSTOM\",\"Value\":{\"StringList\":[\"owner\"]}}");
            assertThat(api.ok("GetAdministratorAccount", "{}")
                            .at("/Administrator/AccountId")
                            .stringValue())
                    .isEqualTo("123456789012");
        }
        api.in(SIBLING).refused("DescribeHub", "{}", 401, "InvalidAccessException");
    }

    @Test
    void followsChangesOfThePolicy() {
        String policy = central.policy("fleet", ON);
        central.associate(policy, TO_MEMBER);
        central.settle();
        String all = ON.replace("'IoT.2'", "'IoT.1'").replaceAll(",'SecurityControlCustomParameters.*", "}}}");
        api.ok("UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','ConfigurationPolicy':" + all + "}");
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("PENDING");
        central.settle();
        api.in(MEMBER);
        assertThat(status("IoT.1")).isEqualTo("DISABLED");
        assertThat(status("IoT.2")).isEqualTo("ENABLED");
        assertThat(control("IoT.6").at("/Parameters/requiredTagKeys/ValueType").stringValue())
                .isEqualTo("DEFAULT");
        api.in(ADMINISTRATOR)
                .ok("UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','ConfigurationPolicy':" + OFF + "}");
        central.settle();
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.in(ADMINISTRATOR);
        assertThat(api.ok("ListMembers", "{}").path("Members")).isEmpty();
        api.ok("UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','ConfigurationPolicy':" + ON + "}");
        central.settle();
        api.in(MEMBER).ok("DescribeHub", "{}");
        assertThat(api.in(ADMINISTRATOR).ok("ListMembers", "{}").path("Members"))
                .hasSize(1);
    }

    @Test
    void letsNobodyElseChangeWhatIsCentrallyManaged() {
        central.associate(central.policy("fleet", ON), TO_MEMBER);
        central.settle();
        String subscription = "arn:aws:securityhub:eu-west-1:222222222222:subscription/iot-device-security/v/1.0.0";
        for (String[] call : new String[][] {
            {"BatchEnableStandards", "{'StandardsSubscriptionRequests':[{'StandardsArn':'" + STANDARD + "'}]}"},
            {"BatchDisableStandards", "{'StandardsSubscriptionArns':['" + subscription + "']}"},
            {
                "BatchUpdateStandardsControlAssociations",
                "{'StandardsControlAssociationUpdates':[{'SecurityControlId':'IoT.1','StandardsArn':'" + STANDARD
                        + "','AssociationStatus':'DISABLED','UpdatedReason':'r'}]}"
            },
            {
                "UpdateStandardsControl",
                "{'StandardsControlArn':'arn:aws:securityhub:eu-west-1:222222222222:control/iot-device-security/v/1.0.0/"
                        + "IoT.1','ControlStatus':'DISABLED','DisabledReason':'r'}"
            },
            {
                "UpdateSecurityControl",
                "{'SecurityControlId':'IoT.1','Parameters':{'requiredTagKeys':{'ValueType':'DEFAULT'}}}"
            },
            {"UpdateSecurityHubConfiguration", "{'AutoEnableControls':false}"},
            {"DisableSecurityHub", "{}"}
        }) {
            api.in(MEMBER);
            assertThat(api.refused(call[0], call[1], 403, "AccessDeniedException")
                            .message())
                    .isEqualTo("Account 222222222222 is managed by a configuration policy");
        }
        api.in(MEMBER_LINKED).refused("DisableSecurityHub", "{}", 403, "AccessDeniedException");
        api.in(AccountRegion.of("222222222222", "ap-south-1")).ok("EnableSecurityHub", "{}");
        api.in(SIBLING).ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR).ok("UpdateSecurityHubConfiguration", "{'AutoEnableControls':false}");
    }

    @Test
    void turnsHubsOffAndKeepsThemSo() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR);
        central.associate(central.policy("off", OFF), TO_MEMBER);
        central.settle();
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("SUCCESS");
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.refused("EnableSecurityHub", "{}", 403, "AccessDeniedException");
    }

    @Test
    void letsAccountsInheritFromTheRoot() {
        String fleet = central.policy("fleet", ON);
        String off = central.policy("off", OFF);
        central.associate(off, TO_MEMBER);
        JsonNode root = central.associate(fleet, TO_ROOT);
        assertThat(root.path("TargetType").stringValue()).isEqualTo("ROOT");
        assertThat(root.path("AssociationStatus").stringValue()).isEqualTo("PENDING");
        central.settle();
        assertThat(association(TO_ROOT).path("AssociationStatus").stringValue()).isEqualTo("SUCCESS");
        assertThat(association("'Target':{'AccountId':'333333333333'}")
                        .path("AssociationType")
                        .stringValue())
                .isEqualTo("INHERITED");
        api.in(SIBLING).ok("DescribeHub", "{}");
        api.in(MANAGEMENT).ok("DescribeHub", "{}");
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.hub.createAccount(new AccountId("555555555555"));
        central.settle();
        api.in(AccountRegion.of("555555555555", "us-east-1")).ok("DescribeHub", "{}");
        api.in(ADMINISTRATOR);
        assertThat(targets("")).hasSize(6);
        assertThat(targets("'AssociationType':'APPLIED'")).containsExactly("222222222222", "r-fleetward");
        assertThat(targets("'ConfigurationPolicyId':'" + off + "'")).containsExactly("222222222222");
        assertThat(targets("'AssociationStatus':'PENDING'")).isEmpty();
        JsonNode page = api.ok("ListConfigurationPolicyAssociations", "{'MaxResults':4}");
        assertThat(page.path("ConfigurationPolicyAssociationSummaries")).hasSize(4);
        assertThat(api.ok(
                                "ListConfigurationPolicyAssociations",
                                "{'NextToken':'" + page.path("NextToken").stringValue() + "'}")
                        .path("ConfigurationPolicyAssociationSummaries"))
                .hasSize(2);
        api.ok("StartConfigurationPolicyDisassociation", request(off, TO_MEMBER));
        central.settle();
        api.in(MEMBER).ok("DescribeHub", "{}");
        api.in(ADMINISTRATOR);
        assertThat(association(TO_MEMBER).path("AssociationType").stringValue()).isEqualTo("INHERITED");
        api.ok("StartConfigurationPolicyDisassociation", request(fleet, TO_ROOT));
        assertThat(targets("")).isEmpty();
        api.in(MEMBER).ok("DescribeHub", "{}");
        api.ok(
                "BatchDisableStandards",
                "{'StandardsSubscriptionArns':['arn:aws:securityhub:eu-west-1:222222222222:"
                        + "subscription/iot-device-security/v/1.0.0']}");
    }

    @Test
    void letsAccountsManageThemselves() {
        String fleet = central.policy("fleet", ON);
        central.associate(fleet, TO_ROOT);
        JsonNode self = central.associate(SELF, TO_MEMBER);
        assertThat(self.path("ConfigurationPolicyId").stringValue()).isEqualTo(SELF);
        assertThat(self.path("AssociationStatus").stringValue()).isEqualTo("SUCCESS");
        central.settle();
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR);
        assertThat(targets("'ConfigurationPolicyId':'" + SELF + "'")).containsExactly("222222222222");
        api.ok("StartConfigurationPolicyDisassociation", request(SELF, TO_MEMBER));
        central.settle();
        api.in(MEMBER).refused("DisableSecurityHub", "{}", 403, "AccessDeniedException");
    }

    @Test
    void passesTheAdministratorByWhenHubsAreTurnedOff() {
        String off = central.policy("off", OFF);
        api.refused(
                "StartConfigurationPolicyAssociation",
                request(off, "'Target':{'AccountId':'123456789012'}"),
                400,
                "InvalidInputException");
        central.associate(off, TO_ROOT);
        central.settle();
        api.ok("DescribeHub", "{}");
        assertThat(targets("")).doesNotContain("123456789012").contains("222222222222");
    }

    @Test
    void saysWhyAnAccountCannotBeConfigured() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(SIBLING).ok("EnableSecurityHub", "{}");
        api.follow(SIBLING, MEMBER);
        api.in(ADMINISTRATOR);
        central.associate(central.policy("fleet", ON), TO_ROOT);
        central.settle();
        JsonNode failed = association(TO_MEMBER);
        assertThat(failed.path("AssociationStatus").stringValue()).isEqualTo("FAILED");
        assertThat(failed.path("AssociationStatusMessage").stringValue())
                .isEqualTo("eu-west-1: The account is the member of an administrator.");
        assertThat(association("'Target':{'AccountId':'333333333333'}")
                        .path("AssociationStatusMessage")
                        .stringValue())
                .contains("members of its own");
        JsonNode root = association(TO_ROOT);
        assertThat(root.path("AssociationStatus").stringValue()).isEqualTo("FAILED");
        assertThat(root.path("AssociationStatusMessage").stringValue()).startsWith("2 accounts");
    }

    @Test
    void triesAgainWhatFailedAfterGrowingPauses() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(SIBLING).ok("EnableSecurityHub", "{}");
        api.follow(SIBLING, MEMBER);
        api.in(ADMINISTRATOR);
        central.associate(central.policy("fleet", ON), TO_MEMBER);
        central.settle();
        assertThat(statusAfter(Duration.ofSeconds(59))).isEqualTo("FAILED");
        JsonNode failed = association(TO_MEMBER);
        assertThat(statusAfter(Duration.ofSeconds(1))).as("tried again in vain").isEqualTo("FAILED");
        assertThat(association(TO_MEMBER)).as("nothing new is to be said").isEqualTo(failed);
        api.in(SIBLING).ok("DisassociateMembers", "{'AccountIds':['222222222222']}");
        assertThat(statusAfter(Duration.ofSeconds(119))).isEqualTo("FAILED");
        assertThat(statusAfter(Duration.ofSeconds(1))).isEqualTo("SUCCESS");
        api.in(MEMBER).refused("DisableSecurityHub", "{}", 403, "AccessDeniedException");
    }

    @Test
    void triesAgainAtOnceWhatFailedBeforeARestart() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(SIBLING).ok("EnableSecurityHub", "{}");
        api.follow(SIBLING, MEMBER);
        api.in(ADMINISTRATOR);
        central.associate(central.policy("fleet", ON), TO_MEMBER);
        central.settle();
        api.in(SIBLING).ok("DisassociateMembers", "{'AccountIds':['222222222222']}");
        api.standards.newPolicyWork().start();
        central.settle();
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("SUCCESS");
    }

    private String statusAfter(Duration time) {
        api.standards.timers.advance(time);
        central.settle();
        return association(TO_MEMBER).path("AssociationStatus").stringValue();
    }

    @Test
    void configuresAnotherRegionOnceItIsLinked() {
        central.associate(central.policy("fleet", ON), TO_MEMBER);
        central.settle();
        AccountRegion late = AccountRegion.of("222222222222", "ap-south-1");
        api.in(late).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.in(AccountRegion.of("123456789012", "ap-south-1")).ok("EnableSecurityHub", "{}");
        central.settle();
        api.in(late).ok("DescribeHub", "{}");
        api.in(ADMINISTRATOR);
        String arn = api.ok("ListFindingAggregators", "{}")
                .at("/FindingAggregators/0/FindingAggregatorArn")
                .stringValue();
        api.ok("UpdateFindingAggregator", "{'FindingAggregatorArn':'" + arn + "','RegionLinkingMode':'NO_REGIONS'}");
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("PENDING");
        central.settle();
        api.in(MEMBER_LINKED).ok("UpdateSecurityHubConfiguration", "{'AutoEnableControls':false}");
    }

    @Test
    void answersForSeveralTargetsAtOnce() {
        central.associate(central.policy("fleet", ON), TO_MEMBER);
        JsonNode answer = api.ok(
                "BatchGetConfigurationPolicyAssociations",
                "{'ConfigurationPolicyAssociationIdentifiers':[{" + TO_MEMBER
                        + "},{'Target':{'AccountId':'333333333333'}},{'Target':{'OrganizationalUnitId':'ou-1'}}]}");
        assertThat(answer.path("ConfigurationPolicyAssociations")).hasSize(1);
        JsonNode unprocessed = answer.path("UnprocessedConfigurationPolicyAssociations");
        assertThat(unprocessed.path(0).path("ErrorCode").stringValue()).isEqualTo("404");
        assertThat(unprocessed
                        .path(0)
                        .path("ConfigurationPolicyAssociationIdentifiers")
                        .toString())
                .isEqualTo("{\"Target\":{\"AccountId\":\"333333333333\"}}");
        assertThat(unprocessed.path(1).path("ErrorCode").stringValue()).isEqualTo("400");
        assertThat(unprocessed.path(1).path("ErrorReason").stringValue()).contains("OrganizationalUnitId");
        api.refused(
                "BatchGetConfigurationPolicyAssociations",
                "{'ConfigurationPolicyAssociationIdentifiers':[]}",
                400,
                "InvalidInputException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'Target':{'OrganizationalUnitId':'ou-1'}                          | 400 | InvalidInputException
            'Target':{'RootId':'r-other'}                                     | 404 | ResourceNotFoundException
            'Target':{'AccountId':'999999999999'}                             | 404 | ResourceNotFoundException
            'Target':{'AccountId':'nobody'}                                   | 400 | InvalidInputException
            'Target':{'AccountId':'222222222222','RootId':'r-fleetward'}      | 400 | InvalidInputException
            """)
    void refusesTargetsThatAreNone(String target, int status, String code) {
        String policy = central.policy("fleet", ON);
        api.refused("StartConfigurationPolicyAssociation", request(policy, target), status, code);
        api.refused("GetConfigurationPolicyAssociation", "{" + target + "}", status, code);
    }

    @Test
    void disassociatesOnlyWhatIsAssociated() {
        String policy = central.policy("fleet", ON);
        String unknown = "00000000-0000-0000-0000-000000000000";
        for (String one : List.of(policy, unknown, SELF)) {
            api.refused(
                    "StartConfigurationPolicyDisassociation",
                    request(one, TO_MEMBER),
                    404,
                    "ResourceNotFoundException");
        }
        api.refused(
                "StartConfigurationPolicyAssociation", request(unknown, TO_MEMBER), 404, "ResourceNotFoundException");
        central.associate(policy, TO_MEMBER);
        api.refused("DeleteConfigurationPolicy", "{'Identifier':'" + policy + "'}", 409, "ResourceConflictException");
        api.ok("StartConfigurationPolicyDisassociation", request(policy, TO_MEMBER));
        api.refused("GetConfigurationPolicyAssociation", "{" + TO_MEMBER + "}", 404, "ResourceNotFoundException");
        api.ok("DeleteConfigurationPolicy", "{'Identifier':'" + policy + "'}");
        central.settle();
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
    }

    private JsonNode association(String target) {
        return api.ok("GetConfigurationPolicyAssociation", "{" + target + "}");
    }

    private List<String> targets(String filters) {
        return api.ok("ListConfigurationPolicyAssociations", filters.isEmpty() ? "{}" : "{'Filters':{" + filters + "}}")
                .path("ConfigurationPolicyAssociationSummaries")
                .valueStream()
                .map(association -> association.path("TargetId").stringValue())
                .toList();
    }

    private List<String> enabledStandards() {
        return api.ok("GetEnabledStandards", "{}")
                .path("StandardsSubscriptions")
                .valueStream()
                .map(subscription ->
                        subscription.path("StandardsArn").stringValue().replaceAll(".*standards/", ""))
                .toList();
    }

    private JsonNode control(String id) {
        return api.ok("BatchGetSecurityControls", "{'SecurityControlIds':['" + id + "']}")
                .path("SecurityControls")
                .path(0);
    }

    private String status(String control) {
        return control(control).path("SecurityControlStatus").stringValue();
    }
}
