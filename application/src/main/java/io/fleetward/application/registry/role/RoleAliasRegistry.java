// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.role;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates, changes, shows and deletes role aliases (iot-core, role aliases). Thread-safe. */
public final class RoleAliasRegistry implements TaggableResources {
    /** Role aliases of one account in one region (iot-core, quotas). */
    static final int LIMIT = 100;

    private static final String KIND = "Role alias";

    private final RegistryRuntime runtime;
    private final RoleAliases aliases;
    private final ResourceTags tags;

    public RoleAliasRegistry(RegistryRuntime runtime, RoleAliases aliases, ResourceTags tags) {
        this.runtime = runtime;
        this.aliases = aliases;
        this.tags = tags;
    }

    /**
     * What is said about an alias.
     *
     * @param roleArn null leaves the role as it is
     * @param credentialSeconds null leaves the time as it is, at first an hour
     */
    public record Terms(@Nullable String roleArn, @Nullable Integer credentialSeconds) {}

    /** Creates the alias, of which a role has to be said. */
    public RoleAlias create(AccountRegion scope, RoleAliasName name, Terms terms, Map<String, String> added) {
        String role = requireRole(scope, terms.roleArn());
        return runtime.transactions().write(tx -> {
            Instant now = runtime.clock().instant();
            int seconds = Objects.requireNonNullElse(terms.credentialSeconds(), RoleAlias.DEFAULT_CREDENTIAL_SECONDS);
            var alias = new RoleAlias(scope, name, role, seconds, now, now);
            if (aliases.find(tx, scope, name) != null) {
                throw alreadyExists(KIND + " " + name + " already exists", name.value(), alias.arn());
            }
            if (aliases.of(tx, scope).size() >= LIMIT) {
                throw new ApiException(
                        IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " role aliases");
            }
            tags.assign(tx, scope, alias.arn(), added);
            return put(tx, alias);
        });
    }

    /** Changes what is given. */
    public RoleAlias update(AccountRegion scope, RoleAliasName name, Terms terms) {
        String role = terms.roleArn() == null ? null : requireRole(scope, terms.roleArn());
        return runtime.transactions().write(tx -> {
            RoleAlias alias = require(tx, scope, name);
            return put(
                    tx,
                    new RoleAlias(
                            scope,
                            name,
                            role == null ? alias.roleArn() : role,
                            Objects.requireNonNullElse(terms.credentialSeconds(), alias.credentialSeconds()),
                            alias.createdAt(),
                            runtime.clock().instant()));
        });
    }

    /** The alias, which must exist. */
    public RoleAlias describe(AccountRegion scope, RoleAliasName name) {
        return runtime.transactions().read(tx -> require(tx, scope, name));
    }

    /** Deletes the alias, which must exist. */
    public void delete(AccountRegion scope, RoleAliasName name) {
        runtime.transactions().change(tx -> {
            RoleAlias alias = require(tx, scope, name);
            aliases.remove(tx, scope, name);
            tags.forget(tx, scope, alias.arn());
            announce(tx, alias);
        });
    }

    /** The names of the aliases in the order of the alphabet or against it; the sort key is the name. */
    public Page<RoleAliasName> list(AccountRegion scope, boolean isAscending, PageRequest page) {
        List<RoleAliasName> names = runtime.transactions().read(tx -> aliases.of(tx, scope)).stream()
                .map(RoleAlias::name)
                .toList();
        String after = page.after();
        List<RoleAliasName> rest = (isAscending ? names : names.reversed())
                .stream()
                        .filter(name -> after == null || (name.value().compareTo(after) > 0) == isAscending)
                        .filter(name -> !name.value().equals(after))
                        .toList();
        return Page.cut(rest, page.limit(), RoleAliasName::value);
    }

    @Override
    public String arnType() {
        return RoleAliasName.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return RoleAliasName.isValid(name) && aliases.find(tx, scope, new RoleAliasName(name)) != null;
    }

    private RoleAlias put(Tx tx, RoleAlias alias) {
        aliases.put(tx, alias);
        announce(tx, alias);
        return alias;
    }

    private void announce(Tx tx, RoleAlias alias) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                alias.scope(),
                                RegistryChange.Kind.ROLE_ALIAS,
                                alias.name().value()));
    }

    private RoleAlias require(Tx tx, AccountRegion scope, RoleAliasName name) {
        RoleAlias alias = aliases.find(tx, scope, name);
        if (alias == null) {
            throw notFound(KIND, name);
        }
        return alias;
    }

    private static String requireRole(AccountRegion scope, @Nullable String roleArn) {
        Arn arn = roleArn == null ? null : Arn.parse(roleArn);
        if (arn == null || !arn.isRole()) {
            throw invalid("roleArn: not the ARN of a role: " + roleArn);
        }
        if (!arn.account().equals(scope.account().value())) {
            throw invalid("roleArn: the role belongs to another account: " + roleArn);
        }
        return arn.toString();
    }
}
