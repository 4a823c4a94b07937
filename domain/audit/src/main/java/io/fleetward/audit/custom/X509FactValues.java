// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.custom.Fact.Source;
import io.fleetward.registry.certificate.X509Facts;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts that every X.509 certificate states about itself. */
final class X509FactValues {
    /** The first common name in a name in the form of RFC 2253, whose special characters are escaped by a backslash. */
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|[,+])CN=((?:[^\\\\,+]|\\\\.)*)");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private X509FactValues() {}

    /** The facts under that prefix, for example {@code certificate.}. */
    static <P extends Profile> List<Fact<P>> of(String prefix, Function<P, X509Facts> x509) {
        return List.of(
                fact(
                        prefix + "notBefore",
                        FactType.TIMESTAMP,
                        "from when on it is valid",
                        x509,
                        facts -> facts.validity().notBefore()),
                fact(
                        prefix + "notAfter",
                        FactType.TIMESTAMP,
                        "when it expires",
                        x509,
                        facts -> facts.validity().notAfter()),
                fact(
                        prefix + "subject",
                        FactType.STRING,
                        "the subject's name, as in RFC 2253",
                        x509,
                        facts -> facts.subject().text()),
                fact(
                        prefix + "issuer",
                        FactType.STRING,
                        "the issuer's name, as in RFC 2253",
                        x509,
                        facts -> facts.issuer().text()),
                fact(
                        prefix + "commonName",
                        FactType.STRING,
                        "the first common name of the subject",
                        x509,
                        facts -> commonName(facts.subject().text())),
                fact(
                        prefix + "serialNumber",
                        FactType.STRING,
                        "hexadecimal digits in lower case",
                        x509,
                        facts -> facts.serialNumber().toString(16)),
                fact(
                        prefix + "keyAlgorithm",
                        FactType.STRING,
                        "`RSA`, `EC`, `Ed25519`, …",
                        x509,
                        facts -> facts.key().algorithm()),
                fact(prefix + "keyBits", FactType.INT, "the size of the key; 0 when it has none", x509, facts ->
                        (long) facts.key().bits()),
                fact(
                        prefix + "signatureAlgorithm",
                        FactType.STRING,
                        "how the issuer signed it, for example `SHA256withRSA`",
                        x509,
                        X509Facts::signatureAlgorithm));
    }

    private static <P extends Profile> Fact<P> fact(
            String name,
            FactType type,
            String meaning,
            Function<P, X509Facts> x509,
            Function<X509Facts, Object> value) {
        return new Fact<>(name, type, Source.RESOURCE, meaning, x509.andThen(value));
    }

    private static String commonName(String name) {
        Matcher found = COMMON_NAME.matcher(name);
        return found.find() ? ESCAPED.matcher(found.group(1)).replaceAll("$1") : "";
    }
}
