// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AccessKeyMint;
import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.ActiveKeys;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.InMemoryAccessKeys;
import io.fleetward.application.identity.InMemoryAccounts;
import io.fleetward.application.identity.InMemoryAdministrativeActs;
import io.fleetward.application.identity.KeyAdministration;
import io.fleetward.application.identity.KeyUses;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Access keys, over the wire. */
class AccessKeyOperationsTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final VirtualTimers timers = new VirtualTimers(clock);
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final ActiveKeys active = new ActiveKeys(clock);
    private final ApiHarness api;

    AccessKeyOperationsTest() {
        var accounts = new InMemoryAccounts();
        var keys = new InMemoryAccessKeys();
        transactions.change(tx -> accounts.add(tx, new Account(ApiHarness.SCOPE.account(), clock.instant())));
        var administration = new KeyAdministration(
                new KeyAdministration.Keeping(transactions, accounts, keys, new InMemoryAdministrativeActs(), active),
                new AccessKeyMint(new Random(1)),
                clock);
        new KeyUses(transactions, keys, active, timers, clock).start();
        api = ApiHarness.of(clock, new AccessKeyOperations(administration, new PageTokens(new byte[32])));
    }

    @Test
    void answersTheSecretOnce() {
        Answer created = call("CreateAccessKey", "{'userName':'ci','role':'read-only'}");

        assertThat(created.json().path("secretAccessKey").asString()).hasSize(40);
        JsonNode key = created.json().path("accessKey");
        String id = key.path("accessKeyId").asString();
        assertThat(key)
                .hasToString("{\"accessKeyId\":\"" + id + "\",\"userName\":\"ci\",\"role\":\"read-only\","
                        + "\"active\":true,\"regions\":[],\"creationDate\":1780272000}");
        assertThat(call("ListAccessKeys", "{}").body()).isEqualTo("{\"accessKeys\":[" + key + "]}");
        assertThat(Objects.requireNonNull(active.find(id)).roles()).containsExactly(Role.READ_ONLY);
    }

    @Test
    void opensNothingAfterItsTimeAndTellsItsBounds() {
        JsonNode key = call(
                        "CreateAccessKey",
                        "{'userName':'ci','role':'operator','regions':['us-east-1'],'expiresAt':1780275600}")
                .json()
                .path("accessKey");
        String id = key.path("accessKeyId").asString();
        assertThat(key.path("expiresAt").asLong()).isEqualTo(1780275600);
        Credential credential = Objects.requireNonNull(active.find(id));
        assertThat(credential.limits().permits(ApiHarness.SCOPE.region())).isTrue();
        assertThat(credential
                        .limits()
                        .permits(AccountRegion.of("000000000000", "eu-west-1").region()))
                .isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(active.find(id)).isNull();
    }

    @Test
    void tellsTheLastUseToTheMinute() {
        String id = create("read-only");
        active.used(id);
        timers.advance(KeyUses.PERIOD);
        assertThat(call("ListAccessKeys", "{}")
                        .json()
                        .at("/accessKeys/0/lastUsedDate")
                        .asLong())
                .isEqualTo(1780272000);
    }

    @Test
    void removesAKeyAtOnceButNotTheLastOfAnAdministrator() {
        String administrator = create("administrator");
        String other = create("operator");
        assertThat(call("DeleteAccessKey", "{'accessKeyId':'" + other + "'}").status())
                .isEqualTo(200);
        assertThat(active.find(other)).isNull();
        Answer refused = call("DeleteAccessKey", "{'accessKeyId':'" + administrator + "'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("DeleteConflict");
        Answer unknown = call("DeleteAccessKey", "{'accessKeyId':'AKIAAAAAAAAAAAAAAAAA'}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.errorCode()).isEqualTo("NoSuchEntity");
    }

    @Test
    void touchesNoOtherAccount() {
        String id = create("operator");
        api.in(AccountRegion.of("111111111111", "us-east-1"));
        assertThat(call("ListAccessKeys", "{}").body()).isEqualTo("{\"accessKeys\":[]}");
        assertThat(call("DeleteAccessKey", "{'accessKeyId':'" + id + "'}").status())
                .isEqualTo(404);
        assertThat(call("CreateAccessKey", "{'userName':'ci','role':'read-only'}")
                        .status())
                .isEqualTo(404);
        assertThat(active.find(id)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userName':'ci','role':'root'}",
                "{'userName':'c i','role':'operator'}",
                "{'userName':'ci','role':'operator','regions':['nowhere']}",
                "{'userName':'ci','role':'operator','expiresAt':1780272000}"
            })
    void saysWhatAKeyConsistsOf(String members) {
        assertThat(call("CreateAccessKey", members).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateAccessKey", "ListAccessKeys", "DeleteAccessKey"})
    void isForAdministrators(String operation) {
        api.as(Role.OPERATOR);
        assertThat(call(operation, "{'userName':'ci','role':'operator','accessKeyId':'AKIAAAAAAAAAAAAAAAAA'}")
                        .errorCode())
                .isEqualTo("AccessDeniedException");
    }

    private String create(String role) {
        return call("CreateAccessKey", "{'userName':'ci','role':'" + role + "'}")
                .json()
                .at("/accessKey/accessKeyId")
                .asString();
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.FLEETWARD, operation, members);
    }
}
