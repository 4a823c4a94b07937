// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.audit.ResourceType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A view that tests write down. Immutable. */
public record FixedView(
        AccountRegion scope,
        List<CertificateFacts> devices,
        List<CertificateFacts> authorities,
        List<NamedPolicy> policyList,
        LoggingOptions logging,
        Map<String, RevocationList> lists)
        implements RegistryView {
    public static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");

    /** An account that has nothing and logs nothing. */
    public static final FixedView EMPTY =
            new FixedView(SCOPE, List.of(), List.of(), List.of(), LoggingOptions.UNSET, Map.of());

    public FixedView withDevices(CertificateFacts... certificates) {
        return new FixedView(scope, List.of(certificates), authorities, policyList, logging, lists);
    }

    public FixedView withAuthorities(CertificateFacts... certificates) {
        return new FixedView(scope, devices, List.of(certificates), policyList, logging, lists);
    }

    /** The same with a further policy in version 3. */
    public FixedView withPolicy(String name, String document) {
        List<NamedPolicy> more = Stream.concat(
                        policyList.stream(), Stream.of(new NamedPolicy(name, "3", parse(document))))
                .toList();
        return new FixedView(scope, devices, authorities, more, logging, lists);
    }

    public FixedView withLogging(LoggingOptions options) {
        return new FixedView(scope, devices, authorities, policyList, options, lists);
    }

    public FixedView withLoggingOn() {
        return withLogging(new LoggingOptions("arn:aws:iam::111122223333:role/log", LogLevel.ERROR, false, List.of()));
    }

    public FixedView withRevocationList(String issuerId, RevocationList list) {
        return new FixedView(scope, devices, authorities, policyList, logging, Map.of(issuerId, list));
    }

    /** The same with only one resource of this type and none of the others. */
    public FixedView only(ResourceType type, String name) {
        return new FixedView(
                scope,
                devices.stream()
                        .filter(device -> type == ResourceType.DEVICE_CERTIFICATE
                                && device.id().equals(name))
                        .toList(),
                authorities.stream()
                        .filter(authority -> type == ResourceType.CA_CERTIFICATE
                                && authority.id().equals(name))
                        .toList(),
                policyList.stream()
                        .filter(policy ->
                                type == ResourceType.IOT_POLICY && policy.name().equals(name))
                        .toList(),
                logging,
                lists);
    }

    @Override
    public Stream<CertificateFacts> deviceCertificates() {
        return devices.stream();
    }

    @Override
    public Stream<CertificateFacts> caCertificates() {
        return authorities.stream();
    }

    @Override
    public Stream<NamedPolicy> policies() {
        return policyList.stream();
    }

    @Override
    public RevocationLists revocationLists() {
        return lists::get;
    }

    private static PolicyDocument parse(String text) {
        return switch (PolicyDocument.parse(text)) {
            case ParseResult.Parsed parsed -> parsed.document();
            case ParseResult.Malformed malformed -> throw new IllegalArgumentException(malformed.text());
        };
    }
}
