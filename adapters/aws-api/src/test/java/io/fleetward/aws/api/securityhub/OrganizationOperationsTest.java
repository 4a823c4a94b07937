// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One organization of all accounts of the installation, the first of which names the administrator. */
class OrganizationOperationsTest {
    private static final AccountRegion MANAGEMENT = AccountRegion.of("000000000000", "eu-west-1");
    private static final AccountRegion ADMINISTRATOR = HubApi.HOME;
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion OUTSIDER = AccountRegion.of("999999999999", "eu-west-1");
    private static final String ADMIN = "{'AdminAccountId':'123456789012'}";
    private static final String MEMBER_IDS = "{'AccountIds':['222222222222']}";
    private static final String DETAILS = "{'AccountDetails':[{'AccountId':'222222222222'}]}";

    private final HubApi api = new HubApi();

    @BeforeEach
    void accounts() {
        for (AccountRegion account : new AccountRegion[] {MANAGEMENT, ADMINISTRATOR, MEMBER}) {
            api.hub.createAccount(account.account());
        }
    }

    @Test
    void namesTheAdministratorAndTurnsItsHubOn() {
        api.in(ADMINISTRATOR).refused("DescribeHub", "{}", 401, "InvalidAccessException");
        JsonNode enabled = api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        assertThat(enabled.toString()).isEqualTo("{\"AdminAccountId\":\"123456789012\",\"Feature\":\"SecurityHub\"}");
        assertThat(api.ok("EnableOrganizationAdminAccount", ADMIN)).isEqualTo(enabled);
        JsonNode listed = api.ok("ListOrganizationAdminAccounts", "{'MaxResults':1}");
        assertThat(listed.path("AdminAccounts").toString())
                .isEqualTo("[{\"AccountId\":\"123456789012\",\"Status\":\"ENABLED\"}]");
        api.in(ADMINISTRATOR).ok("DescribeHub", "{}");
        assertThat(api.ok("ListOrganizationAdminAccounts", "{}")).isEqualTo(listed);
        AccountRegion elsewhere = AccountRegion.of("000000000000", "us-east-1");
        assertThat(api.in(elsewhere).ok("ListOrganizationAdminAccounts", "{}").path("AdminAccounts"))
                .isEmpty();
    }

    @Test
    void refusesAllButTheManagementAccountAndTheAdministrator() {
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        for (AccountRegion other : new AccountRegion[] {MEMBER, OUTSIDER}) {
            api.in(other).ok("EnableSecurityHub", "{}");
            api.refused("EnableOrganizationAdminAccount", ADMIN, 403, "AccessDeniedException");
            api.refused("DisableOrganizationAdminAccount", ADMIN, 403, "AccessDeniedException");
            api.refused("ListOrganizationAdminAccounts", "{}", 403, "AccessDeniedException");
            api.refused("DescribeOrganizationConfiguration", "{}", 403, "AccessDeniedException");
            api.refused("UpdateOrganizationConfiguration", "{'AutoEnable':true}", 403, "AccessDeniedException");
        }
        api.in(ADMINISTRATOR).refused("DisableOrganizationAdminAccount", ADMIN, 403, "AccessDeniedException");
    }

    @ParameterizedTest
    @CsvSource({"222222222222", "999999999999", "12"})
    void refusesASecondAdministratorAndAccountsItDoesNotHave(String account) {
        api.in(MANAGEMENT);
        String asked = "{'AdminAccountId':'" + account + "'}";
        api.refused("DisableOrganizationAdminAccount", asked, 400, "InvalidInputException");
        if (!account.equals("222222222222")) {
            api.refused("EnableOrganizationAdminAccount", asked, 400, "InvalidInputException");
        }
        api.ok("EnableOrganizationAdminAccount", ADMIN);
        api.refused("EnableOrganizationAdminAccount", asked, 400, "InvalidInputException");
        api.refused("DisableOrganizationAdminAccount", asked, 400, "InvalidInputException");
    }

    @Test
    void namesNoMemberOfAnother() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(ADMINISTRATOR).ok("EnableSecurityHub", "{}");
        api.follow(/* administrator= */ MEMBER, /* member= */ ADMINISTRATOR);
        api.in(MANAGEMENT).refused("EnableOrganizationAdminAccount", ADMIN, 400, "InvalidInputException");
    }

    @Test
    void takesAccountsOfTheOrganizationInWithoutAskingThem() {
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        String both = "{'AccountDetails':[{'AccountId':'222222222222'},{'AccountId':'999999999999'}]}";
        assertThat(api.in(ADMINISTRATOR).ok("CreateMembers", both).path("UnprocessedAccounts"))
                .isEmpty();
        assertThat(status("222222222222")).isEqualTo("Enabled");
        assertThat(status("999999999999")).isEqualTo("Created");
        JsonNode administrator =
                api.in(MEMBER).ok("GetAdministratorAccount", "{}").path("Administrator");
        assertThat(administrator.toString()).isEqualTo("{\"AccountId\":\"123456789012\",\"MemberStatus\":\"Enabled\"}");
        String own = "arn:aws:securityhub:eu-west-1:222222222222:product/222222222222/default";
        String finding = aFinding().account("222222222222").product(own).sent().toString();
        api.ok("BatchImportFindings", "{\"Findings\":[" + finding + "]}");
        api.refused("DisassociateFromAdministratorAccount", "{}", 401, "InvalidAccessException");
        assertThat(api.in(ADMINISTRATOR).ok("GetFindings", "{}").path("Findings"))
                .hasSize(1);
        assertThat(api.ok("CreateMembers", DETAILS).path("UnprocessedAccounts")).hasSize(1);
    }

    @Test
    void letsAccountsOfTheOrganizationGoAndTakesThemBack() {
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        api.in(ADMINISTRATOR).ok("CreateMembers", DETAILS);
        api.ok("DisassociateMembers", MEMBER_IDS);
        assertThat(status("222222222222")).isEqualTo("Removed");
        assertThat(api.ok("DeleteMembers", MEMBER_IDS).path("UnprocessedAccounts"))
                .hasSize(1);
        assertThat(api.ok("InviteMembers", MEMBER_IDS).path("UnprocessedAccounts"))
                .hasSize(1);
        api.ok("CreateMembers", DETAILS);
        assertThat(status("222222222222")).isEqualTo("Enabled");
    }

    @Test
    void takesNobodysMembersAndNoAdministratorsIn() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.in(OUTSIDER).ok("EnableSecurityHub", "{}");
        api.follow(OUTSIDER, MEMBER);
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        assertThat(api.in(ADMINISTRATOR).ok("CreateMembers", DETAILS).path("UnprocessedAccounts"))
                .hasSize(1);
        api.in(OUTSIDER).ok("DisassociateMembers", MEMBER_IDS);
        api.follow(/* administrator= */ MEMBER, /* member= */ OUTSIDER);
        assertThat(api.in(ADMINISTRATOR).ok("CreateMembers", DETAILS).path("UnprocessedAccounts"))
                .hasSize(1);
    }

    @Test
    void takesNewAccountsInOnceToldTo() {
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        JsonNode fresh = api.in(ADMINISTRATOR).ok("DescribeOrganizationConfiguration", "{}");
        assertThat(fresh.path("AutoEnable").booleanValue()).isFalse();
        assertThat(fresh.path("MemberAccountLimitReached").booleanValue()).isFalse();
        assertThat(fresh.path("AutoEnableStandards").stringValue()).isEqualTo("DEFAULT");
        assertThat(fresh.at("/OrganizationConfiguration/ConfigurationType").stringValue())
                .isEqualTo("LOCAL");
        api.hub.createAccount(new AccountId("333333333333"));
        api.ok("UpdateOrganizationConfiguration", "{'AutoEnable':true,'AutoEnableStandards':'NONE'}");
        api.ok(
                "UpdateOrganizationConfiguration",
                "{'AutoEnable':true,'OrganizationConfiguration':{'ConfigurationType':'LOCAL'}}");
        api.hub.createAccount(new AccountId("444444444444"));
        JsonNode changed = api.ok("DescribeOrganizationConfiguration", "{}");
        assertThat(changed.path("AutoEnable").booleanValue()).isTrue();
        assertThat(changed.path("AutoEnableStandards").stringValue()).isEqualTo("NONE");
        JsonNode members = api.ok("ListMembers", "{}").path("Members");
        assertThat(members).hasSize(1);
        assertThat(members.get(0).path("AccountId").stringValue()).isEqualTo("444444444444");
        api.in(AccountRegion.of("444444444444", "eu-west-1")).ok("DescribeHub", "{}");
        AccountRegion elsewhere = AccountRegion.of("444444444444", "us-east-1");
        api.in(elsewhere).refused("DescribeHub", "{}", 401, "InvalidAccessException");
    }

    @Test
    void endsTheAdministratorsPart() {
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        api.in(ADMINISTRATOR).ok("CreateMembers", DETAILS);
        api.ok("CreateMembers", "{'AccountDetails':[{'AccountId':'999999999999'}]}");
        api.in(MANAGEMENT).ok("DisableOrganizationAdminAccount", ADMIN);
        assertThat(api.ok("ListOrganizationAdminAccounts", "{}").path("AdminAccounts"))
                .isEmpty();
        api.in(ADMINISTRATOR).refused("DescribeOrganizationConfiguration", "{}", 403, "AccessDeniedException");
        assertThat(api.ok("ListMembers", "{'OnlyAssociated':false}").path("Members"))
                .hasSize(1);
        assertThat(api.in(MEMBER).ok("GetAdministratorAccount", "{}").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatIsNotBuilt() {
        api.in(MANAGEMENT)
                .refused(
                        "EnableOrganizationAdminAccount",
                        "{'AdminAccountId':'123456789012','Feature':'SecurityHubV2'}",
                        400,
                        "InvalidInputException");
        api.ok("EnableOrganizationAdminAccount", ADMIN);
    }

    @Test
    void keepsTheAdministratorsAndItsMembersHubsOn() {
        api.in(MANAGEMENT).ok("EnableOrganizationAdminAccount", ADMIN);
        api.in(ADMINISTRATOR).refused("DisableSecurityHub", "{}", 400, "InvalidInputException");
        api.ok("CreateMembers", DETAILS);
        api.in(MEMBER).refused("DisableSecurityHub", "{}", 400, "InvalidInputException");
        api.in(ADMINISTRATOR).ok("DisassociateMembers", MEMBER_IDS);
        api.in(MEMBER).ok("DisableSecurityHub", "{}");
        api.in(MANAGEMENT).ok("DisableOrganizationAdminAccount", ADMIN);
        api.in(ADMINISTRATOR).ok("DisableSecurityHub", "{}");
    }

    private String status(String account) {
        return api.ok("GetMembers", "{'AccountIds':['" + account + "']}")
                .at("/Members/0/MemberStatus")
                .stringValue();
    }
}
