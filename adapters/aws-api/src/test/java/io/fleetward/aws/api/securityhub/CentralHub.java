// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An organization whose administrator, the caller, configures accounts by policies, here and in one linked region. */
final class CentralHub {
    static final AccountRegion MANAGEMENT = AccountRegion.of("000000000000", "eu-west-1");
    static final AccountRegion ADMINISTRATOR = HubApi.HOME;
    static final AccountRegion ADMINISTRATOR_LINKED = AccountRegion.of("123456789012", "us-east-1");
    static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    static final AccountRegion SIBLING = AccountRegion.of("333333333333", "eu-west-1");
    static final String STANDARD = "arn:aws:securityhub:eu-west-1::standards/iot-device-security/v/1.0.0";
    static final String CENTRAL = "{'AutoEnable':false,'OrganizationConfiguration':{'ConfigurationType':'CENTRAL'}}";
    static final String LOCAL = "{'AutoEnable':true,'OrganizationConfiguration':{'ConfigurationType':'LOCAL'}}";
    static final String ON = "{'SecurityHub':{'ServiceEnabled':true,'EnabledStandardIdentifiers':['" + STANDARD + "'],"
            + "'SecurityControlsConfiguration':{'DisabledSecurityControlIdentifiers':['IoT.2'],"
            + "'SecurityControlCustomParameters':[{'SecurityControlId':'IoT.6','Parameters':{'requiredTagKeys':"
            + "{'ValueType':'CUSTOM','Value':{'StringList':['owner']}}}}]}}}";
    static final String OFF = "{'SecurityHub':{'ServiceEnabled':false}}";
    static final String TO_MEMBER = "'Target':{'AccountId':'222222222222'}";

    final HubApi api = new HubApi();

    CentralHub() {
        for (AccountRegion account : List.of(MANAGEMENT, ADMINISTRATOR, MEMBER, SIBLING)) {
            api.hub.createAccount(account.account());
        }
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", "{'AdminAccountId':'123456789012'}");
        api.in(ADMINISTRATOR_LINKED).ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR).ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        api.ok("UpdateOrganizationConfiguration", CENTRAL);
    }

    /** Does everything that waits; the administrator calls from now on. */
    void settle() {
        api.standards.settle();
        api.in(ADMINISTRATOR);
    }

    /** Makes a policy; answers its id. */
    String policy(String name, String settings) {
        return api.ok("CreateConfigurationPolicy", create(name, settings, ""))
                .path("Id")
                .stringValue();
    }

    /** Has the target configured by the policy, or by itself. */
    JsonNode associate(String policy, String target) {
        return api.ok("StartConfigurationPolicyAssociation", request(policy, target));
    }

    /** The members of a call that makes a policy. */
    static String create(String name, String settings, String more) {
        return "{'Name':'" + name + "','ConfigurationPolicy':" + settings + more + "}";
    }

    /** The members of a call that starts or stops an association. */
    static String request(String policy, String target) {
        return "{'ConfigurationPolicyIdentifier':'" + policy + "'," + target + "}";
    }
}
