// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Configuration policies, whom they are for, and what accounts may change themselves meanwhile. */
class CentralConfigurationTest {
    private static final AccountRegion MANAGEMENT = AccountRegion.of("000000000000", "eu-west-1");
    private static final AccountRegion ADMINISTRATOR = HubApi.HOME;
    private static final AccountRegion ADMINISTRATOR_LINKED = AccountRegion.of("123456789012", "us-east-1");
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion MEMBER_LINKED = AccountRegion.of("222222222222", "us-east-1");
    private static final AccountRegion SIBLING = AccountRegion.of("333333333333", "eu-west-1");
    private static final String STANDARD = "arn:aws:securityhub:eu-west-1::standards/iot-device-security/v/1.0.0";
    private static final String CENTRAL =
            "{'AutoEnable':false,'OrganizationConfiguration':{'ConfigurationType':'CENTRAL'}}";
    private static final String LOCAL = "{'AutoEnable':true,'OrganizationConfiguration':{'ConfigurationType':'LOCAL'}}";
    private static final String ON =
            "{'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':['" + STANDARD + "'],"
                    + "'SecurityControlsConfiguration':{'DisabledSecurityControlIdentifiers':['IoT.2'],"
                    + "'SecurityControlCustomParameters':[{'SecurityControlId':'IoT.6','Parameters':{'requiredTagKeys':"
                    + "{'ValueType':'CUSTOM','Value':{'StringList':['owner']}}}}]}}}";
    private static final String OFF = "{'SecurityHub':{'ServiceEnabled':false}}";
    private static final String TO_MEMBER = "'Target':{'AccountId':'222222222222'}";
    private static final String TO_ROOT = "'Target':{'RootId':'r-fleetward'}";
    private static final String SELF = "SELF_MANAGED_SECURITY_HUB";

    private final HubApi api = new HubApi();

    @BeforeEach
    void delegate() {
        for (AccountRegion account : List.of(MANAGEMENT, ADMINISTRATOR, MEMBER, SIBLING)) {
            api.hub.createAccount(account.account());
        }
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", "{'AdminAccountId':'123456789012'}");
        api.in(ADMINISTRATOR_LINKED).ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        api.ok("UpdateOrganizationConfiguration", CENTRAL);
    }

    @Test
    void saysThatConfigurationIsCentralHereAndInLinkedRegions() {
        for (AccountRegion place : List.of(ADMINISTRATOR, ADMINISTRATOR_LINKED)) {
            JsonNode configuration = api.in(place).ok("DescribeOrganizationConfiguration", "{}");
            assertThat(configuration.path("AutoEnable").booleanValue()).isFalse();
            assertThat(configuration.path("AutoEnableStandards").stringValue()).isEqualTo("NONE");
            assertThat(configuration.path("OrganizationConfiguration").toString())
                    .isEqualTo("{\"ConfigurationType\":\"CENTRAL\",\"Status\":\"ENABLED\"}");
        }
        api.refused("UpdateOrganizationConfiguration", LOCAL, 400, "InvalidInputException");
        api.in(ADMINISTRATOR);
        for (String change : List.of("'AutoEnable':true", "'AutoEnable':false,'AutoEnableStandards':'DEFAULT'")) {
            assertThat(api.refused("UpdateOrganizationConfiguration", "{" + change + "}", 400, "InvalidInputException")
                            .message())
                    .contains("can not be enabled for Central Configuration");
        }
    }

    @Test
    void needsAHomeRegion() {
        String arn = api.ok("ListFindingAggregators", "{}")
                .at("/FindingAggregators/0/FindingAggregatorArn")
                .stringValue();
        String aggregator = "{'FindingAggregatorArn':'" + arn + "'}";
        api.refused("DeleteFindingAggregator", aggregator, 400, "InvalidInputException");
        api.ok("UpdateOrganizationConfiguration", LOCAL);
        api.ok("DeleteFindingAggregator", aggregator);
        assertThat(api.refused("UpdateOrganizationConfiguration", CENTRAL, 400, "InvalidInputException")
                        .message())
                .contains("finding aggregator");
    }

    @Test
    void keepsChangesAndDeletesPolicies() {
        JsonNode created = api.ok("CreateConfigurationPolicy", create("fleet", ON, ",'Description':'For all'"));
        String id = created.path("Id").stringValue();
        String arn = created.path("Arn").stringValue();
        assertThat(arn).isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:configuration-policy/" + id);
        assertThat(created.path("ConfigurationPolicy").toString()).isEqualTo(ON.replace('\'', '"'));
        assertThat(created.path("Description").stringValue()).isEqualTo("For all");
        for (String identifier : List.of(id, arn)) {
            assertThat(api.ok("GetConfigurationPolicy", "{'Identifier':'" + identifier + "'}"))
                    .isEqualTo(created);
        }
        api.refused("CreateConfigurationPolicy", create("fleet", OFF, ""), 409, "ResourceConflictException");
        String off = policy("off", OFF);
        JsonNode listed = api.ok("ListConfigurationPolicies", "{}").path("ConfigurationPolicySummaries");
        assertThat(listed.valueStream().map(one -> one.path("Name").stringValue()))
                .containsExactlyInAnyOrder("fleet", "off");
        JsonNode first = api.ok("ListConfigurationPolicies", "{'MaxResults':1}");
        JsonNode second = api.ok(
                "ListConfigurationPolicies",
                "{'NextToken':'" + first.path("NextToken").stringValue() + "'}");
        assertThat(second.path("ConfigurationPolicySummaries")).hasSize(1);
        JsonNode changed = api.ok(
                "UpdateConfigurationPolicy",
                "{'Identifier':'" + arn + "','Name':'renamed','UpdatedReason':'r','ConfigurationPolicy':" + OFF + "}");
        assertThat(changed.path("ConfigurationPolicy").toString()).isEqualTo(OFF.replace('\'', '"'));
        assertThat(changed.path("Description").stringValue()).isEqualTo("For all");
        String taken = "{'Identifier':'" + id + "','Name':'off'}";
        api.refused("UpdateConfigurationPolicy", taken, 409, "ResourceConflictException");
        api.ok("DeleteConfigurationPolicy", "{'Identifier':'" + id + "'}");
        api.refused("GetConfigurationPolicy", "{'Identifier':'" + id + "'}", 404, "ResourceNotFoundException");
        api.refused("DeleteConfigurationPolicy", "{'Identifier':'" + id + "'}", 404, "ResourceNotFoundException");
        api.refused("UpdateOrganizationConfiguration", LOCAL, 409, "ResourceConflictException");
        api.ok("DeleteConfigurationPolicy", "{'Identifier':'" + off + "'}");
        api.ok("UpdateOrganizationConfiguration", LOCAL);
        api.refused("ListConfigurationPolicies", "{}", 403, "AccessDeniedException");
    }

    @Test
    void tagsPolicies() {
        JsonNode created = api.ok("CreateConfigurationPolicy", create("fleet", ON, ",'Tags':{'site':'north'}"));
        String arn = "'ResourceArn':'" + created.path("Arn").stringValue() + "'";
        api.ok("TagResource", "{" + arn + ",'Tags':{'line':'7'}}");
        api.ok("UntagResource", "{" + arn + ",'TagKeys':['site']}");
        assertThat(api.ok("ListTagsForResource", "{" + arn + "}").path("Tags").toString())
                .isEqualTo("{\"line\":\"7\"}");
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.refused("ListTagsForResource", "{" + arn + "}", 404, "ResourceNotFoundException");
    }

    @Test
    void keepsTwentyPolicies() {
        for (int i = 0; i < 20; i++) {
            policy("p" + i, OFF);
        }
        api.refused("CreateConfigurationPolicy", create("more", OFF, ""), 429, "LimitExceededException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'SecurityHub':{}}                                                | ServiceEnabled
            {'SecurityHub':{'ServiceEnabled':true}}                           | must be configured
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[]}} | must be configured
            {'SecurityHub':{'ServiceEnabled':false,'SecurityControlsConfiguration':{'EnabledSecurityControlIdentifiers':[]}}} | must not be configured
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':['arn:aws:securityhub:eu-west-1::standards/pci-dss/v/4.0.1'],'SecurityControlsConfiguration':{'EnabledSecurityControlIdentifiers':[]}}} | not evaluated here: arn:aws:securityhub:eu-west-1::standards/pci-dss/v/4.0.1
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':['x'],'SecurityControlsConfiguration':{'EnabledSecurityControlIdentifiers':[]}}} | ARNs of standards
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[],'SecurityControlsConfiguration':{}}} | EnabledSecurityControlIdentifiers or
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[],'SecurityControlsConfiguration':{'EnabledSecurityControlIdentifiers':[],'DisabledSecurityControlIdentifiers':[]}}} | both
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[],'SecurityControlsConfiguration':{'EnabledSecurityControlIdentifiers':['CloudTrail.1']}}} | not evaluated here: CloudTrail.1
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[],'SecurityControlsConfiguration':{'DisabledSecurityControlIdentifiers':[],'SecurityControlCustomParameters':[{'SecurityControlId':'IoT.1','Parameters':{'days':{'ValueType':'DEFAULT'}}}]}}} | has no parameter days
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[],'SecurityControlsConfiguration':{'DisabledSecurityControlIdentifiers':['IoT.1'],'SecurityControlCustomParameters':[{'SecurityControlId':'IoT.1','Parameters':{'requiredTagKeys':{'ValueType':'DEFAULT'}}}]}}} | not enabled: IoT.1
            {'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':[],'SecurityControlsConfiguration':{'DisabledSecurityControlIdentifiers':[],'SecurityControlCustomParameters':[{'SecurityControlId':'IoT.1','Parameters':{'requiredTagKeys':{'ValueType':'CUSTOM'}}}]}}} | should have a StringList
            """)
    void refusesWhatIsNoPolicy(String settings, String message) {
        assertThat(api.refused("CreateConfigurationPolicy", create("p", settings, ""), 400, "InvalidInputException")
                        .message())
                .contains(message);
        assertThat(api.ok("ListConfigurationPolicies", "{}").path("ConfigurationPolicySummaries"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "a_b", "#"})
    void refusesOtherNames(String name) {
        api.refused("CreateConfigurationPolicy", create(name, OFF, ""), 400, "InvalidInputException");
        String longName = "n".repeat(129);
        api.refused("CreateConfigurationPolicy", create(longName, OFF, ""), 400, "InvalidInputException");
        String description = ",'Description':'" + "d".repeat(513) + "'";
        api.refused("CreateConfigurationPolicy", create("p", OFF, description), 400, "InvalidInputException");
    }

    @Test
    void configuresAnAccountInTheHomeRegionAndLinkedOnes() {
        String policy = policy("fleet", ON);
        JsonNode started = associate(policy, TO_MEMBER);
        assertThat(started.path("AssociationStatus").stringValue()).isEqualTo("PENDING");
        assertThat(started.path("AssociationType").stringValue()).isEqualTo("APPLIED");
        assertThat(started.path("TargetType").stringValue()).isEqualTo("ACCOUNT");
        assertThat(started.path("TargetId").stringValue()).isEqualTo("222222222222");
        assertThat(started.path("ConfigurationPolicyId").stringValue()).isEqualTo(policy);
        settle();
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
        String policy = policy("fleet", ON);
        associate(policy, TO_MEMBER);
        settle();
        String all = ON.replace("'IoT.2'", "'IoT.1'").replaceAll(",'SecurityControlCustomParameters.*", "}}}");
        api.ok("UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','ConfigurationPolicy':" + all + "}");
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("PENDING");
        settle();
        api.in(MEMBER);
        assertThat(status("IoT.1")).isEqualTo("DISABLED");
        assertThat(status("IoT.2")).isEqualTo("ENABLED");
        assertThat(control("IoT.6").at("/Parameters/requiredTagKeys/ValueType").stringValue())
                .isEqualTo("DEFAULT");
        api.in(ADMINISTRATOR)
                .ok("UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','ConfigurationPolicy':" + OFF + "}");
        settle();
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.in(ADMINISTRATOR);
        assertThat(api.ok("ListMembers", "{}").path("Members")).isEmpty();
        api.ok("UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','ConfigurationPolicy':" + ON + "}");
        settle();
        api.in(MEMBER).ok("DescribeHub", "{}");
        assertThat(api.in(ADMINISTRATOR).ok("ListMembers", "{}").path("Members"))
                .hasSize(1);
    }

    @Test
    void letsNobodyElseChangeWhatIsCentrallyManaged() {
        associate(policy("fleet", ON), TO_MEMBER);
        settle();
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
        associate(policy("off", OFF), TO_MEMBER);
        settle();
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("SUCCESS");
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.refused("EnableSecurityHub", "{}", 403, "AccessDeniedException");
    }

    @Test
    void letsAccountsInheritFromTheRoot() {
        String fleet = policy("fleet", ON);
        String off = policy("off", OFF);
        associate(off, TO_MEMBER);
        JsonNode root = associate(fleet, TO_ROOT);
        assertThat(root.path("TargetType").stringValue()).isEqualTo("ROOT");
        assertThat(root.path("AssociationStatus").stringValue()).isEqualTo("PENDING");
        settle();
        assertThat(association(TO_ROOT).path("AssociationStatus").stringValue()).isEqualTo("SUCCESS");
        assertThat(association("'Target':{'AccountId':'333333333333'}")
                        .path("AssociationType")
                        .stringValue())
                .isEqualTo("INHERITED");
        api.in(SIBLING).ok("DescribeHub", "{}");
        api.in(MANAGEMENT).ok("DescribeHub", "{}");
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.hub.createAccount(new AccountId("555555555555"));
        settle();
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
        settle();
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
        String fleet = policy("fleet", ON);
        associate(fleet, TO_ROOT);
        JsonNode self = associate(SELF, TO_MEMBER);
        assertThat(self.path("ConfigurationPolicyId").stringValue()).isEqualTo(SELF);
        assertThat(self.path("AssociationStatus").stringValue()).isEqualTo("SUCCESS");
        settle();
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR);
        assertThat(targets("'ConfigurationPolicyId':'" + SELF + "'")).containsExactly("222222222222");
        api.ok("StartConfigurationPolicyDisassociation", request(SELF, TO_MEMBER));
        settle();
        api.in(MEMBER).refused("DisableSecurityHub", "{}", 403, "AccessDeniedException");
    }

    @Test
    void passesTheAdministratorByWhenHubsAreTurnedOff() {
        String off = policy("off", OFF);
        api.refused(
                "StartConfigurationPolicyAssociation",
                request(off, "'Target':{'AccountId':'123456789012'}"),
                400,
                "InvalidInputException");
        associate(off, TO_ROOT);
        settle();
        api.ok("DescribeHub", "{}");
        assertThat(targets("")).doesNotContain("123456789012").contains("222222222222");
    }

    @Test
    void saysWhyAnAccountCannotBeConfigured() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(SIBLING).ok("EnableSecurityHub", "{}");
        api.follow(SIBLING, MEMBER);
        api.in(ADMINISTRATOR);
        associate(policy("fleet", ON), TO_ROOT);
        settle();
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
    void configuresAnotherRegionOnceItIsLinked() {
        associate(policy("fleet", ON), TO_MEMBER);
        settle();
        AccountRegion late = AccountRegion.of("222222222222", "ap-south-1");
        api.in(late).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        api.in(AccountRegion.of("123456789012", "ap-south-1")).ok("EnableSecurityHub", "{}");
        settle();
        api.in(late).ok("DescribeHub", "{}");
        api.in(ADMINISTRATOR);
        String arn = api.ok("ListFindingAggregators", "{}")
                .at("/FindingAggregators/0/FindingAggregatorArn")
                .stringValue();
        api.ok("UpdateFindingAggregator", "{'FindingAggregatorArn':'" + arn + "','RegionLinkingMode':'NO_REGIONS'}");
        assertThat(association(TO_MEMBER).path("AssociationStatus").stringValue())
                .isEqualTo("PENDING");
        settle();
        api.in(MEMBER_LINKED).ok("UpdateSecurityHubConfiguration", "{'AutoEnableControls':false}");
    }

    @Test
    void answersForSeveralTargetsAtOnce() {
        associate(policy("fleet", ON), TO_MEMBER);
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
        String policy = policy("fleet", ON);
        api.refused("StartConfigurationPolicyAssociation", request(policy, target), status, code);
        api.refused("GetConfigurationPolicyAssociation", "{" + target + "}", status, code);
    }

    @Test
    void disassociatesOnlyWhatIsAssociated() {
        String policy = policy("fleet", ON);
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
        associate(policy, TO_MEMBER);
        api.refused("DeleteConfigurationPolicy", "{'Identifier':'" + policy + "'}", 409, "ResourceConflictException");
        api.ok("StartConfigurationPolicyDisassociation", request(policy, TO_MEMBER));
        api.refused("GetConfigurationPolicyAssociation", "{" + TO_MEMBER + "}", 404, "ResourceNotFoundException");
        api.ok("DeleteConfigurationPolicy", "{'Identifier':'" + policy + "'}");
        settle();
        api.in(MEMBER).refused("DescribeHub", "{}", 401, "InvalidAccessException");
    }

    @Test
    void isForTheAdministratorInItsHomeRegionAlone() {
        String policy = policy("fleet", ON);
        associate(policy, TO_MEMBER);
        settle();
        for (AccountRegion other : List.of(MEMBER, ADMINISTRATOR_LINKED)) {
            api.in(other);
            for (String[] call : new String[][] {
                {"CreateConfigurationPolicy", create("mine", OFF, "")},
                {"GetConfigurationPolicy", "{'Identifier':'" + policy + "'}"},
                {"ListConfigurationPolicies", "{}"},
                {"UpdateConfigurationPolicy", "{'Identifier':'" + policy + "','Name':'mine'}"},
                {"DeleteConfigurationPolicy", "{'Identifier':'" + policy + "'}"},
                {"StartConfigurationPolicyAssociation", request(policy, TO_MEMBER)},
                {"StartConfigurationPolicyDisassociation", request(policy, TO_MEMBER)},
                {"GetConfigurationPolicyAssociation", "{" + TO_MEMBER + "}"},
                {"ListConfigurationPolicyAssociations", "{}"},
                {
                    "BatchGetConfigurationPolicyAssociations",
                    "{'ConfigurationPolicyAssociationIdentifiers':[{" + TO_MEMBER + "}]}"
                }
            }) {
                assertThat(api.refused(call[0], call[1], 403, "AccessDeniedException")
                                .message())
                        .contains("delegated administrator with Central Configuration");
            }
        }
        api.in(SIBLING).refused("ListConfigurationPolicies", "{}", 401, "InvalidAccessException");
    }

    @Test
    void endsWithTheAdministratorsPart() {
        associate(policy("fleet", ON), TO_MEMBER);
        settle();
        api.in(MANAGEMENT).ok("DisableOrganizationAdminAccount", "{'AdminAccountId':'123456789012'}");
        api.in(MEMBER).ok("DisableSecurityHub", "{}");
    }

    private void settle() {
        api.standards.settle();
        api.in(ADMINISTRATOR);
    }

    private String policy(String name, String settings) {
        return api.ok("CreateConfigurationPolicy", create(name, settings, ""))
                .path("Id")
                .stringValue();
    }

    private JsonNode associate(String policy, String target) {
        return api.ok("StartConfigurationPolicyAssociation", request(policy, target));
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

    private static String create(String name, String settings, String more) {
        return "{'Name':'" + name + "','ConfigurationPolicy':" + settings + more + "}";
    }

    private static String request(String policy, String target) {
        return "{'ConfigurationPolicyIdentifier':'" + policy + "'," + target + "}";
    }
}
