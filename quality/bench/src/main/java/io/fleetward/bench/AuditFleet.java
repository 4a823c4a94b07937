// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.DistinguishedName;
import io.fleetward.registry.certificate.PublicKeyFacts;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.registry.certificate.X509Facts;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.store.policy.JdbcPolicies;
import io.fleetward.store.registry.JdbcCertificates;
import io.fleetward.store.registry.JdbcThings;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.random.RandomGenerator;

/**
 * A fleet for an audit to judge: one thing, one RSA certificate and a tenth of a policy per device; one certificate in
 * a hundred is about to expire and one policy in ten is too permissive.
 *
 * <p>Always the same for the same number of devices. An audit reads no certificate's encoding, so that only the length
 * of the PEM text is true.
 */
record AuditFleet(AccountRegion scope, int devices, Instant now) {
    private static final int BATCH = 1000;
    private static final int DEVICES_PER_POLICY = 10;
    private static final String PEM =
            "-----BEGIN CERTIFICATE-----\n" + ("A".repeat(64) + "\n").repeat(19) + "-----END CERTIFICATE-----\n";
    private static final DistinguishedName ISSUER = new DistinguishedName("CN=Plant CA", "cn=plant ca");
    private static final String NARROW = """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:Connect",
              "Resource":"arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}",
              "Condition":{"Bool":{"iot:Connection.Thing.IsAttached":["true"]}}},
             {"Effect":"Allow","Action":["iot:Publish","iot:Receive"],
              "Resource":["arn:aws:iot:*:*:topic/plant%d/${iot:Connection.Thing.ThingName}/*",
                          "arn:aws:iot:*:*:topic/$aws/things/${iot:Connection.Thing.ThingName}/*"]},
             {"Effect":"Allow","Action":"iot:Subscribe",
              "Resource":"arn:aws:iot:*:*:topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/*"}]}""";
    private static final String BROAD = """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":["iot:Connect","iot:Publish","iot:Subscribe"],"Resource":"*"},
             {"Effect":"Deny","Action":"iot:*","Resource":"arn:aws:iot:*:*:topic/plant%d/*"}]}""";

    /** Puts the fleet into an empty account of the store. */
    void create(Transactions store) {
        var things = new JdbcThings();
        var certificates = new JdbcCertificates();
        var policies = new JdbcPolicies();
        RandomGenerator random = new Random(devices);
        inBatches(store, devices, (tx, number) -> {
            things.put(tx, thing(number));
            certificates.put(tx, certificate(number, random));
        });
        inBatches(store, devices / DEVICES_PER_POLICY, (tx, number) -> {
            var name = new PolicyName("policy-" + number);
            policies.put(tx, new Policy(scope, name, 1, 1, now, now, "generation"));
            String text = (number % 10 == 0 ? BROAD : NARROW).replace("%d", String.valueOf(number));
            policies.addVersion(tx, new PolicyVersion(scope, name, 1, text, now));
        });
    }

    private Thing thing(int number) {
        return new Thing(scope, new ThingName("device-" + number), "id-" + number, null, Attributes.NONE, 1, now);
    }

    private Certificate certificate(int number, RandomGenerator random) {
        Duration rest = Duration.ofDays(number % 100 == 0 ? 7 : 700);
        byte[] digits = new byte[256];
        random.nextBytes(digits);
        var modulus = new BigInteger(1, digits).setBit(2047).setBit(0);
        var subject = new DistinguishedName("CN=device-" + number, "cn=device-" + number);
        var facts = new X509Facts(
                PEM,
                BigInteger.valueOf(number),
                subject,
                ISSUER,
                new Validity(now.minus(Duration.ofDays(30)), now.plus(rest)),
                PublicKeyFacts.rsa(modulus),
                "SHA256withRSA");
        return new Certificate(
                scope,
                new CertificateId("%064x".formatted(number)),
                facts,
                null,
                CertificateStatus.ACTIVE,
                CertificateMode.DEFAULT,
                now.minusSeconds(number),
                now,
                1,
                "generation");
    }

    private static void inBatches(Transactions store, int count, ObjIntConsumer<Tx> put) {
        for (int from = 0; from < count; from += BATCH) {
            int start = from;
            int end = Math.min(from + BATCH, count);
            store.change(tx -> {
                for (int number = start; number < end; number++) {
                    put.accept(tx, number);
                }
            });
        }
    }
}
