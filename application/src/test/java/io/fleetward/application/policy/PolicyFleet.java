// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;

import io.fleetward.application.policy.RegisteredDevicePrincipals.CertificateSource;
import io.fleetward.application.policy.RegisteredDevicePrincipals.PolicySource;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingPrincipal;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All use cases on policies over stores in memory, with a certificate, two things and two groups to work on. */
public final class PolicyFleet {
    public static final AccountRegion HERE = AccountRegion.of("123456789012", "us-east-1");
    public static final AccountRegion ELSEWHERE = AccountRegion.of("123456789012", "eu-west-1");
    public static final String COGNITO = "us-east-1:00000000-0000-4000-8000-000000000001";

    public final VirtualClock clock = VirtualClock.atStart();
    public final RegistryStores registry = RegistryStores.inMemory();
    public final PolicyStores stores = InMemoryPolicies.stores();
    public final List<RegistryChange> changes = new ArrayList<>();
    public final Certificate certificate = aCertificate(HERE, "c1").build();
    public final Thing thing =
            aThing(HERE, "T1").ofType("P").with(Map.of("role", "pump")).build();
    public final ThingGroup root = aGroup(HERE, "G0").build();
    public final ThingGroup group = aGroup(HERE, "G1").under(root).build();
    public final PolicyRegistry policies;
    public final PolicyAttachmentRegistry attachments;
    public final RegisteredDevicePrincipals principals;
    public final EffectivePolicies effective;
    public final AuthorizationTrials trials;
    public final AuthorizationTraces traces;
    public Map<String, List<String>> certificateVariables =
            Map.of("iot:Certificate.Subject.CommonName", List.of("device"));
    int certificatesRead;

    public PolicyFleet() {
        var announced = new RegistryChanges();
        announced.listen(changes::add);
        var runtime = new RegistryRuntime(registry.transactions(), announced, clock, new Ids(new Random(7)));
        var targets =
                new PolicyTargets(registry.certificates(), registry.things().groups());
        var documents = new PolicyDocuments();
        policies = new PolicyRegistry(runtime, stores, new ResourceTags(registry.tags()), PolicyLimits.AWS);
        attachments = new PolicyAttachmentRegistry(runtime, stores, targets, PolicyLimits.AWS);
        principals = new RegisteredDevicePrincipals(
                new CertificateSource(registry.certificates(), new FixedParser()),
                registry.things(),
                new PolicySource(stores.attachments(), documents),
                clock);
        effective = new EffectivePolicies(registry.transactions(), targets, registry.things(), stores.attachments());
        var subjects = new AuthorizationSubjects(stores, principals, documents);
        trials = new AuthorizationTrials(runtime, subjects);
        traces = new AuthorizationTraces(
                runtime,
                subjects,
                new PoliciesInForce(stores.attachments(), registry.things().members()));
        registry.change(tx -> {
            registry.certificates().put(tx, certificate);
            registry.things().things().put(tx, thing);
            registry.things().things().put(tx, aThing(HERE, "T2").build());
            registry.things().groups().put(tx, root);
            registry.things().groups().put(tx, group);
            registry.things().members().add(tx, HERE, group.name(), thing.name());
        });
    }

    /** Attaches the certificate to the thing. */
    public PolicyFleet associated(AttachmentType type) {
        registry.change(tx ->
                registry.things().principals().put(tx, HERE, new ThingPrincipal(thing.name(), certificate.id(), type)));
        return this;
    }

    /** Creates a policy with one statement: its effect, action and resource. */
    public PolicyName policy(String name, String effect, String action, String resource) {
        return policy(name, document(effect, action, resource));
    }

    public PolicyName policy(String name, String document) {
        var created = new PolicyName(name);
        policies.create(HERE, new CreatePolicy(created, document, Map.of()));
        return created;
    }

    /** Creates a policy and attaches it. */
    public void attached(String name, String document, Object target) {
        attachments.attach(HERE, policy(name, document), target.toString());
    }

    public static String document(String effect, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"}}";
    }

    /** Reads every certificate as one with {@link #certificateVariables}. */
    private final class FixedParser implements CertificateParser {
        @Override
        public Outcome parse(String pem) {
            certificatesRead++;
            return new Outcome.Parsed(new ParsedCertificate(
                    certificate.id().value(), certificate.x509(), "device", false, certificateVariables));
        }

        @Override
        public boolean isSignedBy(String pem, String issuerPem) {
            throw new UnsupportedOperationException("policies do not ask for issuers");
        }
    }
}
