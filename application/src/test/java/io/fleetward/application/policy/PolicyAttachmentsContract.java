// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.OnPolicyStores.aPolicy;
import static io.fleetward.application.policy.OnPolicyStores.aVersion;
import static io.fleetward.application.policy.OnPolicyStores.at;
import static io.fleetward.application.policy.OnPolicyStores.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroupName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyAttachments} promises. */
public interface PolicyAttachmentsContract extends OnPolicyStores {
    PolicyTarget CERTIFICATE = PolicyTarget.of(HERE, new CertificateId("c".repeat(64)));
    PolicyTarget GROUP = PolicyTarget.of(HERE, new ThingGroupName("g"));
    PolicyTarget COGNITO =
            new PolicyTarget(PolicyTarget.Kind.COGNITO_IDENTITY, "eu-west-1:00000000-0000-4000-8000-000000000001");

    @Test
    default void knowsWhatIsAttached() {
        attach(HERE, "p", CERTIFICATE, at(1));

        assertThat(isAttached(HERE, "p", CERTIFICATE)).isTrue();
        assertThat(isAttached(HERE, "q", CERTIFICATE)).isFalse();
        assertThat(isAttached(HERE, "p", GROUP)).isFalse();
        assertThat(isAttached(OTHER_REGION, "p", CERTIFICATE)).isFalse();
    }

    @Test
    default void removesOneAttachment() {
        attach(HERE, "p", CERTIFICATE, at(1));
        attach(HERE, "q", CERTIFICATE, at(1));
        attach(OTHER_ACCOUNT, "p", CERTIFICATE, at(1));

        assertThat(remove("p", CERTIFICATE)).isTrue();
        assertThat(remove("p", CERTIFICATE)).isFalse();
        assertThat(isAttached(HERE, "p", CERTIFICATE)).isFalse();
        assertThat(isAttached(HERE, "q", CERTIFICATE)).isTrue();
        assertThat(isAttached(OTHER_ACCOUNT, "p", CERTIFICATE)).isTrue();
    }

    @Test
    default void findsTheAttachmentsOfSeveralTargetsOldestFirst() {
        PolicyAttachment second = attach(HERE, "a", CERTIFICATE, at(2));
        PolicyAttachment third = attach(HERE, "b", CERTIFICATE, at(2));
        PolicyAttachment first = attach(HERE, "c", GROUP, at(1));
        attach(HERE, "d", COGNITO, at(1));
        attach(OTHER_REGION, "e", CERTIFICATE, at(1));

        assertThat(ofTargets(CERTIFICATE, GROUP)).containsExactly(first, second, third);
    }

    @Test
    default void listsTheTargetsOfAPolicyInBothDirections() {
        PolicyAttachment old = attach(HERE, "p", GROUP, at(1));
        PolicyAttachment middle = attach(HERE, "p", CERTIFICATE, at(2));
        PolicyAttachment young = attach(HERE, "p", COGNITO, at(3));
        attach(HERE, "q", CERTIFICATE, at(1));
        attach(OTHER_ACCOUNT, "p", CERTIFICATE, at(1));

        assertThat(targetsOf("p", new TargetFilter(false, true))).containsExactly(old, middle, young);
        assertThat(targetsOf("p", new TargetFilter(false, false))).containsExactly(young, middle, old);
        assertThat(targetsOf("p", new TargetFilter(true, true))).containsExactly(middle, young);
    }

    @Test
    default void ordersTargetsAttachedAtTheSameTimeByTheirText() {
        PolicyAttachment certificate = attach(HERE, "p", CERTIFICATE, at(1));
        PolicyAttachment group = attach(HERE, "p", GROUP, at(1));
        PolicyAttachment identity = attach(HERE, "p", COGNITO, at(1));

        assertThat(targetsOf("p", new TargetFilter(false, true))).containsExactly(certificate, group, identity);
    }

    @Test
    default void goesOnAfterATargetThatWasDetachedMeanwhile() {
        attach(HERE, "p", GROUP, at(1));
        PolicyAttachment rest = attach(HERE, "p", CERTIFICATE, at(2));
        var filter = new TargetFilter(false, true);
        String after = read(tx -> stores().attachments().ofPolicy(tx, HERE, named("p"), filter, PageRequest.first(1)))
                .next();

        remove("p", GROUP);

        assertThat(read(tx -> stores().attachments().ofPolicy(tx, HERE, named("p"), filter, new PageRequest(1, after)))
                        .items())
                .containsExactly(rest);
    }

    @Test
    default void findsTheVersionsInForceOnceByName() {
        Policy both = aPolicy(HERE, "both", at(1)).withNewVersion(true, at(2));
        Policy one = aPolicy(HERE, "a-one", at(1)).withNewVersion(false, at(2));
        store(both, one, aPolicy(HERE, "unattached", at(1)), aPolicy(OTHER_REGION, "both", at(1)));
        change(tx -> {
            stores().policies().addVersion(tx, aVersion(both, 2, "both 2"));
            stores().policies().addVersion(tx, aVersion(one, 2, "one 2"));
        });
        attach(HERE, "both", CERTIFICATE, at(3));
        attach(HERE, "both", GROUP, at(3));
        attach(HERE, "a-one", GROUP, at(3));
        attach(HERE, "unattached", COGNITO, at(3));

        assertThat(inForce(CERTIFICATE, GROUP)).containsExactly(aVersion(one, 1, "a-one"), aVersion(both, 2, "both 2"));
        assertThat(inForce(CERTIFICATE)).containsExactly(aVersion(both, 2, "both 2"));
    }

    @Test
    default void countsAndDetachesWhateverHangsOnATarget() {
        attach(HERE, "p", CERTIFICATE, at(1));
        attach(HERE, "q", CERTIFICATE, at(1));
        attach(HERE, "p", GROUP, at(1));
        attach(OTHER_REGION, "p", CERTIFICATE, at(1));
        Arn arn = Objects.requireNonNull(Arn.parse(CERTIFICATE.text()));

        assertThat(count(arn)).isEqualTo(2);
        change(tx -> stores().attachments().detachAll(tx, HERE, arn));

        assertThat(count(arn)).isZero();
        assertThat(isAttached(HERE, "p", GROUP)).isTrue();
        assertThat(isAttached(OTHER_REGION, "p", CERTIFICATE)).isTrue();
    }

    private PolicyAttachment attach(AccountRegion scope, String policy, PolicyTarget target, Instant at) {
        var attachment = new PolicyAttachment(scope, named(policy), target, at);
        change(tx -> stores().attachments().add(tx, attachment));
        return attachment;
    }

    private boolean isAttached(AccountRegion scope, String policy, PolicyTarget target) {
        return read(tx -> stores().attachments().isAttached(tx, scope, named(policy), target));
    }

    private boolean remove(String policy, PolicyTarget target) {
        return transactions().write(tx -> stores().attachments().remove(tx, HERE, named(policy), target));
    }

    private List<PolicyAttachment> targetsOf(String policy, TargetFilter filter) {
        return all((tx, page) -> stores().attachments().ofPolicy(tx, HERE, named(policy), filter, page));
    }

    private List<PolicyVersion> inForce(PolicyTarget... targets) {
        return read(tx -> stores().attachments().inForce(tx, HERE, Set.of(targets)));
    }

    private List<PolicyAttachment> ofTargets(PolicyTarget... targets) {
        return read(tx -> stores().attachments().ofTargets(tx, HERE, List.of(targets)));
    }

    private int count(Arn target) {
        return read(tx -> stores().attachments().count(tx, HERE, target));
    }
}
