// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.notification.TopicPublishing;
import io.fleetward.application.policy.PolicyRegistry;
import io.fleetward.application.policy.PolicyStores;
import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.certificate.CaCertificates;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that actions change, by the use cases that the API calls, and what has to be read for it. Thread-safe. */
public record RegistryAccess(UseCases use, Sources sources) {
    /** How much of a list is read at once. */
    static final int PAGE = 100;

    /** What changes the registry, tells whoever listens, and cuts off connections that may no longer be. */
    public record UseCases(
            CertificateRegistry certificates,
            CaRegistry authorities,
            ThingGroupMembership membership,
            PolicyRegistry policies,
            AccountLogging logging,
            TopicPublishing topics) {}

    /** Where it can be read within the same transaction. */
    public record Sources(
            Certificates certificates, CaCertificates authorities, ThingStores things, PolicyStores policies) {}

    /** The device certificate, which must exist. */
    Certificate certificate(Tx tx, AccountRegion scope, CertificateId id) {
        Certificate found = sources.certificates().find(tx, scope, id);
        if (found == null) {
            throw notFound("Certificate", id);
        }
        return found;
    }

    /** The CA certificate, which must exist. */
    CaCertificate authority(Tx tx, AccountRegion scope, CaCertificateId id) {
        CaCertificate found = sources.authorities().find(tx, scope, id);
        if (found == null) {
            throw notFound("CA certificate", id);
        }
        return found;
    }

    /** The policy, which must exist. */
    Policy policy(Tx tx, AccountRegion scope, PolicyName name) {
        Policy found = sources.policies().policies().find(tx, scope, name);
        if (found == null) {
            throw notFound("Policy", name);
        }
        return found;
    }

    /** The groups that the thing was itself put into. */
    Set<ThingGroupName> groupsOf(Tx tx, AccountRegion scope, ThingName thing) {
        return sources.things().members().groupsOf(tx, scope, thing).stream()
                .map(ThingGroup::name)
                .collect(Collectors.toSet());
    }

    /** The things of a certificate, by name. */
    Stream<ThingName> thingsOf(Tx tx, AccountRegion scope, CertificateId certificate) {
        return Pages.all(PAGE, page -> sources.things().principals().ofCertificate(tx, scope, certificate, page))
                .map(ThingPrincipal::thing);
    }
}
