// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Members and invitations, from both sides. */
class MemberOperationsTest {
    private static final AccountRegion ADMINISTRATOR = HubApi.HOME;
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion RIVAL = AccountRegion.of("333333333333", "eu-west-1");
    private static final String MEMBER_IDS = "{'AccountIds':['222222222222']}";

    private final HubApi api = new HubApi();

    @BeforeEach
    void enable() {
        for (AccountRegion scope : List.of(RIVAL, MEMBER, ADMINISTRATOR)) {
            api.in(scope).ok("EnableSecurityHub", "{}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CreateMembers | {'AccountDetails':[{'AccountId':'222222222222'}]}
                    InviteMembers | {'AccountIds':['222222222222']}
                    ListMembers | {}
                    GetMembers | {'AccountIds':['222222222222']}
                    DeleteMembers | {'AccountIds':['222222222222']}
                    DisassociateMembers | {'AccountIds':['222222222222']}
                    AcceptAdministratorInvitation | {'AdministratorId':'222222222222','InvitationId':'a'}
                    AcceptInvitation | {'MasterId':'222222222222','InvitationId':'a'}
                    GetAdministratorAccount | {}
                    GetMasterAccount | {}
                    DisassociateFromAdministratorAccount | {}
                    DisassociateFromMasterAccount | {}
                    CreateFindingAggregator | {'RegionLinkingMode':'ALL_REGIONS'}
                    GetFindingAggregator | {'FindingAggregatorArn':'a'}
                    UpdateFindingAggregator | {'FindingAggregatorArn':'a','RegionLinkingMode':'ALL_REGIONS'}
                    DeleteFindingAggregator | {'FindingAggregatorArn':'a'}
                    ListFindingAggregators | {}
                    """)
    void wantsTheHubOn(String operation, String members) {
        api.ok("DisableSecurityHub", "{}");
        api.refused(operation, members, 401, "InvalidAccessException");
    }

    @Test
    void invitesAndFollows() {
        create(MEMBER);
        assertThat(member().path("MemberStatus").stringValue()).isEqualTo("Created");
        assertThat(member().path("Email").stringValue()).isEqualTo("a@example.com");
        assertThat(api.ok("ListMembers", "{}").path("Members")).isEmpty();
        invite();
        assertThat(member().path("MemberStatus").stringValue()).isEqualTo("Invited");
        assertThat(member().path("InvitedAt").stringValue()).isEqualTo("2026-06-01T00:00:00.000Z");
        JsonNode invitation = invitation();
        assertThat(invitation.path("AccountId").stringValue()).isEqualTo("123456789012");
        assertThat(invitation.path("MemberStatus").stringValue()).isEqualTo("Invited");
        assertThat(api.ok("GetAdministratorAccount", "{}").isEmpty()).isTrue();
        api.ok(
                "AcceptAdministratorInvitation",
                "{'AdministratorId':'123456789012','InvitationId':'" + id(invitation) + "'}");
        assertThat(count()).isZero();
        JsonNode administrator = api.ok("GetAdministratorAccount", "{}").path("Administrator");
        assertThat(administrator.path("AccountId").stringValue()).isEqualTo("123456789012");
        assertThat(administrator.path("MemberStatus").stringValue()).isEqualTo("Enabled");
        assertThat(api.ok("GetMasterAccount", "{}").path("Master")).isEqualTo(administrator);
        JsonNode listed = api.in(ADMINISTRATOR).ok("ListMembers", "{}").path("Members");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0)).isEqualTo(member());
        assertThat(listed.get(0).path("AdministratorId").stringValue()).isEqualTo("123456789012");
        assertThat(listed.get(0).path("MasterId").stringValue()).isEqualTo("123456789012");
    }

    @Test
    void answersOnlyTheRightInvitation() {
        create(MEMBER);
        invite();
        String id = id(invitation());
        api.refused(
                "AcceptInvitation",
                "{'MasterId':'123456789012','InvitationId':'f00'}",
                404,
                "ResourceNotFoundException");
        api.refused("AcceptInvitation", accept(RIVAL, id), 404, "ResourceNotFoundException");
        api.in(RIVAL).refused("AcceptInvitation", accept(ADMINISTRATOR, id), 404, "ResourceNotFoundException");
        api.refused("AcceptInvitation", "{'MasterId':'12','InvitationId':'f00'}", 400, "InvalidInputException");
        api.in(MEMBER).ok("AcceptInvitation", accept(ADMINISTRATOR, id));
        api.refused("AcceptInvitation", accept(ADMINISTRATOR, id), 404, "ResourceNotFoundException");
    }

    @ParameterizedTest
    @CsvSource({"DeclineInvitations", "DeleteInvitations"})
    void turnsInvitationsDownWithoutAHub(String operation) {
        create(MEMBER);
        invite();
        api.in(MEMBER).ok("DisableSecurityHub", "{}");
        assertThat(count()).isEqualTo(1);
        String both = "{'AccountIds':['123456789012','333333333333']}";
        JsonNode unprocessed = api.ok(operation, both).path("UnprocessedAccounts");
        assertThat(unprocessed).hasSize(1);
        assertThat(unprocessed.get(0).path("AccountId").stringValue()).isEqualTo("333333333333");
        assertThat(count()).isZero();
        api.in(ADMINISTRATOR);
        assertThat(member().path("MemberStatus").stringValue()).isEqualTo("Resigned");
    }

    @Test
    void refusesASecondAdministratorAndAdministratorsAsMembers() {
        follow(ADMINISTRATOR, MEMBER);
        api.in(RIVAL);
        create(MEMBER);
        create(ADMINISTRATOR);
        api.ok("InviteMembers", "{'AccountIds':['222222222222','123456789012']}");
        String second = id(
                api.in(MEMBER).ok("ListInvitations", "{}").path("Invitations").get(0));
        api.refused("AcceptInvitation", accept(RIVAL, second), 400, "InvalidInputException");
        String toAdministrator = id(api.in(ADMINISTRATOR)
                .ok("ListInvitations", "{}")
                .path("Invitations")
                .get(0));
        api.refused("AcceptInvitation", accept(RIVAL, toAdministrator), 400, "InvalidInputException");
        api.in(MEMBER)
                .refused(
                        "CreateMembers",
                        "{'AccountDetails':[{'AccountId':'444444444444'}]}",
                        403,
                        "AccessDeniedException");
    }

    @Test
    void letsMembersGoAndTakesThemBack() {
        follow(ADMINISTRATOR, MEMBER);
        JsonNode kept = api.ok("DeleteMembers", MEMBER_IDS).path("UnprocessedAccounts");
        assertThat(kept.get(0).path("ProcessingResult").stringValue()).contains("disassociated first");
        api.ok("DisassociateMembers", MEMBER_IDS);
        assertThat(member().path("MemberStatus").stringValue()).isEqualTo("Removed");
        api.refused("DisassociateMembers", "{'AccountIds':['999999999999']}", 404, "ResourceNotFoundException");
        assertThat(api.in(MEMBER).ok("GetMasterAccount", "{}").isEmpty()).isTrue();
        api.in(ADMINISTRATOR);
        invite();
        api.in(MEMBER).ok("AcceptInvitation", accept(ADMINISTRATOR, id(invitation())));
        api.ok("DisassociateFromMasterAccount", "{}");
        api.refused("DisassociateFromAdministratorAccount", "{}", 404, "ResourceNotFoundException");
        api.in(ADMINISTRATOR);
        assertThat(member().path("MemberStatus").stringValue()).isEqualTo("Resigned");
        assertThat(api.ok("DeleteMembers", MEMBER_IDS).path("UnprocessedAccounts"))
                .isEmpty();
        assertThat(api.ok("GetMembers", MEMBER_IDS).path("Members")).isEmpty();
    }

    @Test
    void saysWhichAccountsItLeftAlone() {
        create(MEMBER);
        JsonNode again = api.ok(
                        "CreateMembers",
                        "{'AccountDetails':[{'AccountId':'123456789012'},{'AccountId':'222222222222'},"
                                + "{'AccountId':'444444444444'}]}")
                .path("UnprocessedAccounts");
        assertThat(again)
                .extracting(result -> result.path("AccountId").stringValue())
                .containsExactly("123456789012", "222222222222");
        for (String operation : List.of("InviteMembers", "GetMembers", "DeleteMembers")) {
            JsonNode unknown = api.ok(operation, "{'AccountIds':['999999999999','444444444444']}")
                    .path("UnprocessedAccounts");
            assertThat(unknown).as(operation).hasSize(1);
            assertThat(unknown.get(0).path("AccountId").stringValue()).isEqualTo("999999999999");
        }
        follow(ADMINISTRATOR, MEMBER);
        assertThat(api.ok("InviteMembers", MEMBER_IDS).path("UnprocessedAccounts"))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoAccount() {
        api.refused("GetMembers", "{'AccountIds':[]}", 400, "InvalidInputException");
        api.refused("GetMembers", "{'AccountIds':['1234']}", 400, "InvalidInputException");
        api.refused("CreateMembers", "{'AccountDetails':[]}", 400, "InvalidInputException");
        String many = IntStream.range(0, 51)
                .mapToObj("{'AccountId':'%012d'}"::formatted)
                .collect(Collectors.joining(",", "{'AccountDetails':[", "]}"));
        api.refused("CreateMembers", many, 400, "InvalidInputException");
    }

    @Test
    void keepsOneInvitationOutstanding() {
        create(MEMBER);
        invite();
        String id = id(invitation());
        api.in(ADMINISTRATOR);
        invite();
        assertThat(id(invitation())).isEqualTo(id);
    }

    @Test
    void boundsOutstandingInvitations() {
        for (int from = 0; from < 1_050; from += 50) {
            String accounts = IntStream.range(from, from + 50)
                    .mapToObj("{'AccountId':'%012d'}"::formatted)
                    .collect(Collectors.joining(",", "{'AccountDetails':[", "]}"));
            api.ok("CreateMembers", accounts);
        }
        String thousand = IntStream.range(0, 1_000)
                .mapToObj("'%012d'"::formatted)
                .collect(Collectors.joining(",", "{'AccountIds':[", "]}"));
        api.ok("InviteMembers", thousand);
        api.ok("InviteMembers", thousand);
        api.refused("InviteMembers", "{'AccountIds':['000000001001']}", 429, "LimitExceededException");
    }

    @Test
    void keepsHubsOnThatOthersRelyOn() {
        follow(ADMINISTRATOR, MEMBER);
        assertThat(api.refused("DisableSecurityHub", "{}", 400, "InvalidInputException")
                        .message())
                .contains("it has members");
        api.in(MEMBER);
        assertThat(api.refused("DisableSecurityHub", "{}", 400, "InvalidInputException")
                        .message())
                .contains("member of an administrator");
        api.ok("DisassociateFromAdministratorAccount", "{}");
        api.ok("DisableSecurityHub", "{}");
        api.in(ADMINISTRATOR).ok("DisableSecurityHub", "{}");
        api.ok("EnableSecurityHub", "{}");
        assertThat(api.ok("ListMembers", "{'OnlyAssociated':false}").path("Members"))
                .isEmpty();
    }

    @Test
    void withdrawsInvitationsWithTheHub() {
        create(MEMBER);
        invite();
        api.ok("DisableSecurityHub", "{}");
        api.in(MEMBER);
        assertThat(count()).isZero();
    }

    @Test
    void listsByPages() {
        for (AccountRegion account : List.of(MEMBER, RIVAL)) {
            create(account);
        }
        JsonNode first = api.ok("ListMembers", "{'OnlyAssociated':false,'MaxResults':1}");
        assertThat(first.path("Members").get(0).path("AccountId").stringValue()).isEqualTo("222222222222");
        String token = first.path("NextToken").stringValue();
        JsonNode second = api.ok("ListMembers", "{'OnlyAssociated':false,'MaxResults':1,'NextToken':'" + token + "'}");
        assertThat(second.path("Members").get(0).path("AccountId").stringValue())
                .isEqualTo("333333333333");
        assertThat(second.has("NextToken")).isFalse();
        api.refused("ListMembers", "{'MaxResults':1,'NextToken':'" + token + "'}", 400, "InvalidInputException");
    }

    @Test
    void keepsRegionsApart() {
        follow(ADMINISTRATOR, MEMBER);
        api.in(AccountRegion.of("123456789012", "us-east-1")).ok("EnableSecurityHub", "{}");
        assertThat(api.ok("ListMembers", "{}").path("Members")).isEmpty();
    }

    private void create(AccountRegion account) {
        String details = "{'AccountDetails':[{'AccountId':'" + account.account() + "','Email':'a@example.com'}]}";
        assertThat(api.ok("CreateMembers", details).path("UnprocessedAccounts")).isEmpty();
    }

    private void invite() {
        assertThat(api.ok("InviteMembers", MEMBER_IDS).path("UnprocessedAccounts"))
                .isEmpty();
    }

    /** From nothing to a member that follows; leaves the administrator calling. */
    private void follow(AccountRegion administrator, AccountRegion member) {
        api.in(administrator).follow(administrator, member);
    }

    private JsonNode member() {
        JsonNode members = api.ok("GetMembers", MEMBER_IDS).path("Members");
        return members.isEmpty() ? members : members.get(0);
    }

    /** The one invitation to the member, who calls from now on. */
    private JsonNode invitation() {
        JsonNode invitations = api.in(MEMBER).ok("ListInvitations", "{}").path("Invitations");
        assertThat(invitations).hasSize(1);
        assertThat(count()).isEqualTo(1);
        return invitations.get(0);
    }

    private int count() {
        return api.ok("GetInvitationsCount", "{}").path("InvitationsCount").intValue();
    }

    private static String accept(AccountRegion administrator, String id) {
        return "{'MasterId':'" + administrator.account() + "','InvitationId':'" + id + "'}";
    }

    private static String id(JsonNode invitation) {
        return invitation.path("InvitationId").stringValue();
    }
}
