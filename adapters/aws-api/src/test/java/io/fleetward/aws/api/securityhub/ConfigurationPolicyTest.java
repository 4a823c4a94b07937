// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.aws.api.securityhub.CentralHub.ADMINISTRATOR;
import static io.fleetward.aws.api.securityhub.CentralHub.ADMINISTRATOR_LINKED;
import static io.fleetward.aws.api.securityhub.CentralHub.CENTRAL;
import static io.fleetward.aws.api.securityhub.CentralHub.LOCAL;
import static io.fleetward.aws.api.securityhub.CentralHub.MANAGEMENT;
import static io.fleetward.aws.api.securityhub.CentralHub.MEMBER;
import static io.fleetward.aws.api.securityhub.CentralHub.OFF;
import static io.fleetward.aws.api.securityhub.CentralHub.ON;
import static io.fleetward.aws.api.securityhub.CentralHub.SIBLING;
import static io.fleetward.aws.api.securityhub.CentralHub.TO_MEMBER;
import static io.fleetward.aws.api.securityhub.CentralHub.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Configuration policies, and who may have them. */
class ConfigurationPolicyTest {
    private final CentralHub central = new CentralHub();
    private final HubApi api = central.api;

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
        JsonNode created =
                api.ok("CreateConfigurationPolicy", CentralHub.create("fleet", ON, ",'Description':'For all'"));
        String id = created.path("Id").stringValue();
        String arn = created.path("Arn").stringValue();
        assertThat(arn).isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:configuration-policy/" + id);
        assertThat(created.path("ConfigurationPolicy").toString()).isEqualTo(ON.replace('\'', '"'));
        assertThat(created.path("Description").stringValue()).isEqualTo("For all");
        for (String identifier : List.of(id, arn)) {
            assertThat(api.ok("GetConfigurationPolicy", "{'Identifier':'" + identifier + "'}"))
                    .isEqualTo(created);
        }
        api.refused("CreateConfigurationPolicy", CentralHub.create("fleet", OFF, ""), 409, "ResourceConflictException");
        String off = central.policy("off", OFF);
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
        JsonNode created =
                api.ok("CreateConfigurationPolicy", CentralHub.create("fleet", ON, ",'Tags':{'site':'north'}"));
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
            central.policy("p" + i, OFF);
        }
        api.refused("CreateConfigurationPolicy", CentralHub.create("more", OFF, ""), 429, "LimitExceededException");
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
        assertThat(api.refused(
                                "CreateConfigurationPolicy",
                                CentralHub.create("p", settings, ""),
                                400,
                                "InvalidInputException")
                        .message())
                .contains(message);
        assertThat(api.ok("ListConfigurationPolicies", "{}").path("ConfigurationPolicySummaries"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ä", "a_b", "#"})
    void refusesOtherNames(String name) {
        api.refused("CreateConfigurationPolicy", CentralHub.create(name, OFF, ""), 400, "InvalidInputException");
        String longName = "n".repeat(129);
        api.refused("CreateConfigurationPolicy", CentralHub.create(longName, OFF, ""), 400, "InvalidInputException");
        String description = ",'Description':'" + "d".repeat(513) + "'";
        api.refused(
                "CreateConfigurationPolicy", CentralHub.create("p", OFF, description), 400, "InvalidInputException");
    }

    @Test
    void isForTheAdministratorInItsHomeRegionAlone() {
        String policy = central.policy("fleet", ON);
        central.associate(policy, TO_MEMBER);
        central.settle();
        for (AccountRegion other : List.of(MEMBER, ADMINISTRATOR_LINKED)) {
            api.in(other);
            for (String[] call : new String[][] {
                {"CreateConfigurationPolicy", CentralHub.create("mine", OFF, "")},
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
        central.associate(central.policy("fleet", ON), TO_MEMBER);
        central.settle();
        api.in(MANAGEMENT).ok("DisableOrganizationAdminAccount", "{'AdminAccountId':'123456789012'}");
        api.in(MEMBER).ok("DisableSecurityHub", "{}");
    }
}
