// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.thing.Thing;

/** One resource as predicates see it: what the facts about it are read off. */
public sealed interface Profile {
    /** How findings name the resource. */
    ResourceIdentifier identifier();

    /**
     * A thing. Deviation: AWS has no such type of resource in findings; a thing is named by the client id that its
     * device is to use, which is its name.
     */
    record OfThing(Thing thing, Neighbours neighbours) implements Profile {
        @Override
        public ResourceIdentifier identifier() {
            return new ResourceIdentifier.ClientId(thing.name().value());
        }
    }

    /** A device certificate. */
    record OfCertificate(Certificate certificate, Neighbours neighbours) implements Profile {
        @Override
        public ResourceIdentifier identifier() {
            return new ResourceIdentifier.DeviceCertificate(certificate.id().value());
        }
    }

    /** A registered CA certificate. */
    record OfAuthority(CaCertificate authority) implements Profile {
        @Override
        public ResourceIdentifier identifier() {
            return new ResourceIdentifier.CaCertificate(authority.id().value());
        }
    }

    /** A policy in its default version. */
    record OfPolicy(AccountRegion scope, NamedPolicy policy, Neighbours neighbours) implements Profile {
        @Override
        public ResourceIdentifier identifier() {
            return new ResourceIdentifier.PolicyVersion(policy.name(), policy.versionId());
        }
    }

    /** The account's settings. */
    record OfAccount(AccountRegion scope, LoggingOptions logging) implements Profile {
        @Override
        public ResourceIdentifier identifier() {
            return new ResourceIdentifier.AccountSettings(scope.account());
        }
    }
}
