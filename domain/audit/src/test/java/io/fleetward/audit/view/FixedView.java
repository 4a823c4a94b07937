// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.audit.ResourceType;
import io.fleetward.audit.custom.Inventory;
import io.fleetward.audit.custom.Profile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.role.RoleAlias;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A view that tests write down. Immutable: every {@code with…} makes another one. */
public final class FixedView implements RegistryView {
    public static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");

    /** An account that has nothing and logs nothing. */
    public static final FixedView EMPTY = new FixedView();

    private List<CertificateFacts> devices = List.of();
    private List<CertificateFacts> authorities = List.of();
    private List<NamedPolicy> policies = List.of();
    private LoggingOptions logging = LoggingOptions.UNSET;
    private Map<String, RevocationList> lists = Map.of();
    private List<RoleAlias> roleAliases = List.of();
    private ImportedRoles importedRoles = ImportedRoles.NONE;
    private ConnectionHistory connections = new ConnectionHistory.Empty(null);
    private List<Profile> profiles = List.of();

    private FixedView() {}

    private FixedView with(Consumer<FixedView> change) {
        var changed = new FixedView();
        changed.devices = devices;
        changed.authorities = authorities;
        changed.policies = policies;
        changed.logging = logging;
        changed.lists = lists;
        changed.roleAliases = roleAliases;
        changed.importedRoles = importedRoles;
        changed.connections = connections;
        changed.profiles = profiles;
        change.accept(changed);
        return changed;
    }

    public FixedView withDevices(CertificateFacts... certificates) {
        return with(view -> view.devices = List.of(certificates));
    }

    public FixedView withAuthorities(CertificateFacts... certificates) {
        return with(view -> view.authorities = List.of(certificates));
    }

    /** The same with a further policy in version 3. */
    public FixedView withPolicy(String name, String document) {
        return with(view ->
                view.policies = Stream.concat(policies.stream(), Stream.of(new NamedPolicy(name, "3", parse(document))))
                        .toList());
    }

    public FixedView withLogging(LoggingOptions options) {
        return with(view -> view.logging = options);
    }

    public FixedView withLoggingOn() {
        return withLogging(new LoggingOptions("arn:aws:iam::111122223333:role/log", LogLevel.ERROR, false, List.of()));
    }

    public FixedView withRevocationList(String issuerId, RevocationList list) {
        return with(view -> view.lists = Map.of(issuerId, list));
    }

    public FixedView withRoleAliases(RoleAlias... aliases) {
        return with(view -> view.roleAliases = List.of(aliases));
    }

    public FixedView withImportedRoles(ImportedRoles roles) {
        return with(view -> view.importedRoles = roles);
    }

    /** What custom checks judge. */
    public FixedView withProfiles(Profile... resources) {
        return with(view -> view.profiles = List.of(resources));
    }

    public FixedView withConnections(List<PastConnection> past) {
        return withConnections(new FixedHistory(past, connections.previousRun()));
    }

    public FixedView withConnections(ConnectionHistory history) {
        return with(view -> view.connections = history);
    }

    public FixedView withPreviousRun(@Nullable Instant previousRun) {
        return connections instanceof FixedHistory fixed
                ? withConnections(new FixedHistory(fixed.past(), previousRun))
                : withConnections(new ConnectionHistory.Empty(previousRun));
    }

    @Override
    public AccountRegion scope() {
        return SCOPE;
    }

    /** The same with only one resource of this type and none of the others. */
    public FixedView only(ResourceType type, String name) {
        return with(view -> {
            view.devices = devices.stream()
                    .filter(device -> type == ResourceType.DEVICE_CERTIFICATE
                            && device.id().equals(name))
                    .toList();
            view.authorities = authorities.stream()
                    .filter(authority -> type == ResourceType.CA_CERTIFICATE
                            && authority.id().equals(name))
                    .toList();
            view.policies = policies.stream()
                    .filter(policy ->
                            type == ResourceType.IOT_POLICY && policy.name().equals(name))
                    .toList();
            view.roleAliases = roleAliases.stream()
                    .filter(alias -> type == ResourceType.ROLE_ALIAS
                            && alias.arn().toString().equals(name))
                    .toList();
            view.profiles = profiles.stream()
                    .filter(profile -> profile.identifier().type() == type
                            && profile.identifier()
                                    .members()
                                    .firstEntry()
                                    .getValue()
                                    .equals(name))
                    .toList();
        });
    }

    @Override
    public Stream<CertificateFacts> deviceCertificates() {
        return devices.stream();
    }

    @Override
    public Stream<CertificateFacts> caCertificates() {
        return authorities.stream();
    }

    /** A name made of the id. */
    @Override
    public String caSubject(String certificateId) {
        return "CN=" + certificateId;
    }

    @Override
    public Stream<NamedPolicy> policies() {
        return policies.stream();
    }

    @Override
    public LoggingOptions logging() {
        return logging;
    }

    @Override
    public RevocationLists revocationLists() {
        return lists::get;
    }

    @Override
    public Stream<RoleAlias> roleAliases() {
        return roleAliases.stream();
    }

    @Override
    public ImportedRoles importedRoles() {
        return importedRoles;
    }

    @Override
    public Inventory inventory() {
        return type -> profiles.stream().filter(profile -> profile.identifier().type() == type.resourceType());
    }

    @Override
    public ConnectionHistory connections() {
        return connections;
    }

    private static PolicyDocument parse(String text) {
        return switch (PolicyDocument.parse(text)) {
            case ParseResult.Parsed parsed -> parsed.document();
            case ParseResult.Malformed malformed -> throw new IllegalArgumentException(malformed.text());
        };
    }
}
