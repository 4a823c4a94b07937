// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.custom.Inventory;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingName;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One stored resource, which may be gone, and none of any other type. Confined to one thread. */
record StoredResourceInventory(ChangedResource resource, StoredInventory all) implements Inventory {
    @Override
    public Stream<? extends Profile> of(SubjectType type) {
        if (type.resourceType() != resource.type()) {
            return Stream.empty();
        }
        Profile found = all.sources().transactions().read(tx -> find(tx, type));
        return Stream.ofNullable(found);
    }

    private @Nullable Profile find(Tx tx, SubjectType type) {
        String name = resource.name();
        return switch (type) {
            case THING -> {
                // A client id that findings are suppressed for need not be the name of a thing.
                var thing = ThingName.isValid(name)
                        ? all.sources().things().things().find(tx, all.scope(), new ThingName(name))
                        : null;
                yield thing == null ? null : new Profile.OfThing(thing, all.neighbours());
            }
            case DEVICE_CERTIFICATE -> {
                var certificate = all.sources().certificates().find(tx, all.scope(), new CertificateId(name));
                yield certificate == null ? null : new Profile.OfCertificate(certificate, all.neighbours());
            }
            case CA_CERTIFICATE -> {
                var authority = all.sources().authorities().find(tx, all.scope(), new CaCertificateId(name));
                yield authority == null ? null : new Profile.OfAuthority(authority);
            }
            case IOT_POLICY -> policy(tx, new PolicyName(name));
            case ACCOUNT_SETTINGS -> {
                var stored = all.sources().logging().find(tx, all.scope());
                yield new Profile.OfAccount(all.scope(), stored == null ? LoggingOptions.UNSET : stored);
            }
        };
    }

    private @Nullable Profile policy(Tx tx, PolicyName name) {
        Policy policy = all.sources().policies().find(tx, all.scope(), name);
        PolicyVersion inForce = policy == null
                ? null
                : all.sources().policies().findVersion(tx, all.scope(), name, policy.defaultVersion());
        return inForce == null
                ? null
                : new Profile.OfPolicy(all.scope(), all.documents().read(inForce), all.neighbours());
    }
}
