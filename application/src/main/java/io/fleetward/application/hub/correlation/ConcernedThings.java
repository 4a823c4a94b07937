// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.policy.PolicyAttachments;
import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.IotResources;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Knows the things that a finding concerns: those it names, and those that use a certificate or a policy it names.
 *
 * <p>Thread-safe. What more things use than a hundred says nothing about any one of them.
 */
public final class ConcernedThings {
    static final int MOST_USERS = 100;

    private static final TargetFilter ALL_TARGETS = new TargetFilter(false, true);

    private final ThingStores things;
    private final PolicyAttachments attachments;

    public ConcernedThings(ThingStores things, PolicyAttachments attachments) {
        this.things = things;
        this.attachments = attachments;
    }

    /** Their ARNs, each once. */
    List<String> of(Tx tx, AccountRegion scope, Finding finding) {
        SequencedSet<String> arns = new LinkedHashSet<>();
        for (JsonNode resource : finding.document().path("Resources")) {
            Arn arn = IotResources.arn(scope, resource);
            if (arn != null && arn.nameOf("thing") != null) {
                arns.add(arn.toString());
            } else if (arn != null) {
                arns.addAll(users(tx, scope, arn));
            }
        }
        return List.copyOf(arns);
    }

    private List<String> users(Tx tx, AccountRegion scope, Arn used) {
        List<ThingName> users =
                usersOf(tx, scope, used).distinct().limit(MOST_USERS + 1L).toList();
        return users.size() > MOST_USERS
                ? List.of()
                : users.stream().map(thing -> thing.arn(scope).toString()).toList();
    }

    private Stream<ThingName> usersOf(Tx tx, AccountRegion scope, Arn used) {
        CertificateId certificate = CertificateId.ofArn(scope, used.toString());
        if (certificate != null) {
            return usersOf(tx, scope, certificate);
        }
        String policy = used.nameOf(PolicyName.ARN_TYPE);
        return policy == null || !PolicyName.isValid(policy)
                ? Stream.of()
                : Pages.all(
                                MOST_USERS,
                                page -> attachments.ofPolicy(tx, scope, new PolicyName(policy), ALL_TARGETS, page))
                        .flatMap(attachment -> usersOf(tx, scope, attachment.target()));
    }

    private Stream<ThingName> usersOf(Tx tx, AccountRegion scope, PolicyTarget target) {
        return switch (target.kind()) {
            case CERTIFICATE -> {
                CertificateId certificate = CertificateId.ofArn(scope, target.text());
                yield certificate == null ? Stream.of() : usersOf(tx, scope, certificate);
            }
            case THING_GROUP -> {
                ThingGroupName name = ThingGroupName.ofArn(scope, target.text());
                ThingGroup group = name == null ? null : things.groups().find(tx, scope, name);
                yield group == null
                        ? Stream.of()
                        : Pages.all(MOST_USERS, page -> things.members().thingsIn(tx, group, true, page));
            }
            case COGNITO_IDENTITY -> Stream.of();
        };
    }

    private Stream<ThingName> usersOf(Tx tx, AccountRegion scope, CertificateId certificate) {
        return Pages.all(MOST_USERS, page -> things.principals().ofCertificate(tx, scope, certificate, page))
                .map(ThingPrincipal::thing);
    }
}
