// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.registry.TargetPolicies;
import io.fleetward.application.registry.thing.ThingPrincipals;

/** Where certificates are kept, and what may hang on one. */
public record CertificateStores(
        Certificates certificates,
        CaCertificates authorities,
        RegistrationCodes codes,
        ThingPrincipals principals,
        TargetPolicies policies) {}
