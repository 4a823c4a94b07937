// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.PredicateLanguage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue: every check that exists, in the order in which a task runs them.
 *
 * <p>Immutable. The product's own are {@link #built}; an account's catalogue has also the {@link CustomAuditCheck}s that it
 * wrote.
 */
public final class AuditChecks {
    private static final AuditChecks BUILT = new AuditChecks(List.of(
            new LoggingDisabledCheck(),
            new IotPolicyOverlyPermissiveCheck(),
            new IotPolicyPotentialMisconfigurationCheck(),
            new RevokedCaCertificateStillActiveCheck(),
            new CaCertificateExpiringCheck(),
            new CaCertificateKeyQualityCheck(),
            new RevokedDeviceCertificateStillActiveCheck(),
            new DeviceCertificateExpiringCheck(),
            new DeviceCertificateAgeCheck(),
            new DeviceCertificateKeyQualityCheck(),
            new IntermediateCaRevokedForActiveDeviceCertificatesCheck(),
            new DeviceCertificateSharedCheck(),
            new ConflictingClientIdsCheck(),
            new IotRoleAliasOverlyPermissiveCheck(),
            new IotRoleAliasAllowsAccessToUnusedServicesCheck(),
            new UnauthenticatedCognitoRoleOverlyPermissiveCheck(),
            new AuthenticatedCognitoRoleOverlyPermissiveCheck()));

    private final SequencedMap<CheckName, AuditCheck> byName = new LinkedHashMap<>();

    public AuditChecks(List<AuditCheck> checks) {
        checks.forEach(check -> byName.put(check.description().name(), check));
    }

    /** The checks of this product. */
    public static AuditChecks built() {
        return BUILT;
    }

    /** These checks and, after them, those that an account wrote itself. */
    public AuditChecks with(List<CustomCheck> custom, PredicateLanguage language) {
        if (custom.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(byName.values());
        custom.forEach(definition -> all.add(
                new CustomAuditCheck(definition, language.compile(definition.subject(), definition.expression()))));
        return new AuditChecks(all);
    }

    /** All checks. */
    public SequencedCollection<AuditCheck> all() {
        return List.copyOf(byName.values());
    }

    /** The names of all checks. */
    public List<CheckName> names() {
        return List.copyOf(byName.keySet());
    }

    /** The check of this name, null when there is none. */
    public @Nullable AuditCheck find(CheckName name) {
        return byName.get(name);
    }
}
