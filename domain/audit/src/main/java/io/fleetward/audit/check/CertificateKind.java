// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
import io.fleetward.audit.view.RegistryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The two kinds of certificates; most certificate checks exist once for each. */
enum CertificateKind {
    DEVICE("Device certificate") {
        @Override
        Stream<CertificateFacts> in(RegistryView view) {
            return view.deviceCertificates();
        }

        @Override
        ResourceIdentifier identify(CertificateFacts certificate) {
            return new ResourceIdentifier.DeviceCertificate(certificate.id());
        }
    },
    CA("CA certificate") {
        @Override
        Stream<CertificateFacts> in(RegistryView view) {
            return view.caCertificates();
        }

        @Override
        ResourceIdentifier identify(CertificateFacts certificate) {
            return new ResourceIdentifier.CaCertificate(certificate.id());
        }
    };

    private final String subject;

    CertificateKind(String subject) {
        this.subject = subject;
    }

    /** The kind as the subject of a sentence. */
    String subject() {
        return subject;
    }

    /** Judges every certificate of this kind that is in use; certificates out of use are not even counted. */
    CheckResult inspect(RegistryView view, Function<CertificateFacts, List<NonCompliance>> judge) {
        var found = new ArrayList<NonCompliance>();
        long[] total = new long[1];
        in(view).filter(CertificateFacts::isInUse).forEach(certificate -> {
            total[0]++;
            found.addAll(judge.apply(certificate));
        });
        return new CheckResult(total[0], found);
    }

    /** The certificate as a finding shows it. */
    AuditedResource resource(CertificateFacts certificate, Map<String, String> additionalInfo) {
        return new AuditedResource(identify(certificate), additionalInfo);
    }

    abstract Stream<CertificateFacts> in(RegistryView view);

    abstract ResourceIdentifier identify(CertificateFacts certificate);
}
