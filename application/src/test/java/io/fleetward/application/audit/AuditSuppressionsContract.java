// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.CHECK;
import static io.fleetward.application.audit.AuditRecords.NOON;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_CHECK;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditSuppressions.Expired;
import io.fleetward.application.audit.AuditSuppressions.SuppressionFilter;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link AuditSuppressions} promises. */
public abstract class AuditSuppressionsContract {
    private static final ResourceIdentifier POLICY = new ResourceIdentifier.PolicyVersion("Open", "3");

    private int tokens;

    protected abstract Transactions transactions();

    protected abstract AuditSuppressions suppressions();

    static Stream<ResourceIdentifier> everyResource() {
        return Stream.of(
                new ResourceIdentifier.DeviceCertificate("d1"),
                new ResourceIdentifier.CaCertificate("c1"),
                POLICY,
                new ResourceIdentifier.CognitoIdentityPool("us-east-1:p1"),
                new ResourceIdentifier.ClientId("line\nbreak\\and=more\r"),
                new ResourceIdentifier.AccountSettings(new AccountId("111122223333")),
                new ResourceIdentifier.RoleAlias("arn:aws:iot:us-east-1:111122223333:rolealias/a"),
                new ResourceIdentifier.IamRole("arn:aws:iam::111122223333:role/r"),
                new ResourceIdentifier.IssuerCertificate("CN=Ä, O=x", "ab", "01FF"));
    }

    @ParameterizedTest
    @MethodSource("everyResource")
    void keepsASuppressionOfEveryKindOfResource(ResourceIdentifier resource) {
        var suppression = new AuditSuppression(CHECK, resource, NOON.plusMillis(1), "because");
        add(SCOPE, suppression);

        assertThat(find(SCOPE, CHECK, resource)).isEqualTo(suppression);
        assertThat(inForce(SCOPE, NOON).resources()).containsExactly(resource);
        assertThat(list(new SuppressionFilter(NOON, null, resource.members(), true)))
                .containsExactly(suppression);
    }

    @Test
    void knowsTheTokenOfACreation() {
        AuditSuppression suppression = until(POLICY, null);
        transactions().change(tx -> suppressions().add(tx, SCOPE, suppression, "t-1"));

        assertThat(byToken(SCOPE, "t-1")).isEqualTo(suppression);
        assertThat(byToken(SCOPE, "t-2")).isNull();
        assertThat(byToken(OTHER_ACCOUNT, "t-1")).isNull();
    }

    @Test
    void replacesWhatASuppressionSaysAndKeepsItsToken() {
        transactions().change(tx -> suppressions().add(tx, SCOPE, until(POLICY, NOON.plusSeconds(1)), "t-1"));
        var next = new AuditSuppression(CHECK, POLICY, null, "for good");
        transactions().change(tx -> suppressions().replace(tx, SCOPE, next));

        assertThat(find(SCOPE, CHECK, POLICY)).isEqualTo(next);
        assertThat(byToken(SCOPE, "t-1")).isEqualTo(next);
    }

    @Test
    void removesOnlyThePairAndOnlyInItsAccount() {
        add(SCOPE, until(POLICY, null));
        add(SCOPE, new AuditSuppression(OTHER_CHECK, POLICY, null, null));
        add(OTHER_ACCOUNT, until(POLICY, null));
        transactions().change(tx -> suppressions().remove(tx, SCOPE, CHECK, POLICY));
        transactions().change(tx -> suppressions().remove(tx, SCOPE, CHECK, POLICY));

        assertThat(find(SCOPE, CHECK, POLICY)).isNull();
        assertThat(find(SCOPE, OTHER_CHECK, POLICY)).isNotNull();
        assertThat(find(OTHER_ACCOUNT, CHECK, POLICY)).isNotNull();
        assertThat(count(SCOPE)).isEqualTo(1);
    }

    @Test
    void isInForceForItsCheckUntilItExpires() {
        add(SCOPE, until(device(1), NOON));
        add(SCOPE, until(device(2), NOON.plusMillis(1)));
        add(SCOPE, until(device(3), null));
        add(SCOPE, new AuditSuppression(OTHER_CHECK, device(4), null, null));
        add(OTHER_ACCOUNT, until(device(5), null));

        assertThat(inForce(SCOPE, NOON)).isEqualTo(new Suppressions(Set.of(device(2), device(3))));
    }

    @Test
    void listsByExpiryAndPagesThroughBothOrders() {
        AuditSuppression never = until(device(1), null);
        AuditSuppression late = until(device(2), NOON.plusSeconds(20));
        AuditSuppression soon = until(device(3), NOON.plusSeconds(10));
        AuditSuppression soonToo = until(device(4), NOON.plusSeconds(10));
        List.of(never, late, soon, soonToo, until(device(5), NOON)).forEach(each -> add(SCOPE, each));
        add(OTHER_ACCOUNT, until(device(6), null));

        assertThat(list(new SuppressionFilter(NOON, null, Map.of(), true))).containsExactly(soon, soonToo, late, never);
        assertThat(list(new SuppressionFilter(NOON, null, Map.of(), false)))
                .containsExactly(never, late, soonToo, soon);
    }

    @Test
    void listsWhatFitsTheFilter() {
        add(SCOPE, until(POLICY, null));
        AuditSuppression other =
                new AuditSuppression(OTHER_CHECK, new ResourceIdentifier.PolicyVersion("Open", "4"), null, null);
        add(SCOPE, other);

        assertThat(list(new SuppressionFilter(NOON, OTHER_CHECK, Map.of(), true)))
                .containsExactly(other);
        assertThat(list(new SuppressionFilter(NOON, null, Map.of("policyName", "Open"), true)))
                .hasSize(2);
        assertThat(list(new SuppressionFilter(NOON, null, Map.of("policyName", "Ope"), true)))
                .isEmpty();
    }

    @Test
    void removesWhatHasExpiredInBatches() {
        add(SCOPE, until(device(1), NOON));
        add(OTHER_ACCOUNT, until(device(2), NOON.minusSeconds(1)));
        add(SCOPE, until(device(3), NOON.plusMillis(1)));
        add(SCOPE, until(device(4), null));

        List<Expired> removed = new ArrayList<>(removeExpired(1));
        assertThat(removed).hasSize(1);
        removed.addAll(removeExpired(10));
        assertThat(removed)
                .containsExactlyInAnyOrder(
                        new Expired(SCOPE, until(device(1), NOON)),
                        new Expired(OTHER_ACCOUNT, until(device(2), NOON.minusSeconds(1))));
        assertThat(removeExpired(10)).isEmpty();
        assertThat(count(SCOPE)).isEqualTo(2);
    }

    private static ResourceIdentifier device(int number) {
        return new ResourceIdentifier.DeviceCertificate("d" + number);
    }

    private static AuditSuppression until(ResourceIdentifier resource, @Nullable Instant expiresAt) {
        return new AuditSuppression(CHECK, resource, expiresAt, null);
    }

    private void add(AccountRegion scope, AuditSuppression suppression) {
        tokens++;
        transactions().change(tx -> suppressions().add(tx, scope, suppression, "token-" + tokens));
    }

    private @Nullable AuditSuppression find(AccountRegion scope, CheckName check, ResourceIdentifier resource) {
        return transactions().read(tx -> suppressions().find(tx, scope, check, resource));
    }

    private @Nullable AuditSuppression byToken(AccountRegion scope, String token) {
        return transactions().read(tx -> suppressions().findByToken(tx, scope, token));
    }

    private Suppressions inForce(AccountRegion scope, Instant now) {
        return transactions().read(tx -> suppressions().inForce(tx, scope, CHECK, now));
    }

    private int count(AccountRegion scope) {
        return transactions().read(tx -> suppressions().count(tx, scope));
    }

    private List<Expired> removeExpired(int limit) {
        return transactions().write(tx -> suppressions().removeExpired(tx, NOON, limit));
    }

    /** All pages of one item each. */
    private List<AuditSuppression> list(SuppressionFilter filter) {
        var all = new ArrayList<AuditSuppression>();
        String after = null;
        do {
            var request = new PageRequest(1, after);
            Page<AuditSuppression> page =
                    transactions().read(tx -> suppressions().list(tx, SCOPE, filter, request));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }
}
