// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRecorder;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.role.RoleAliasName;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has every changed resource judged at once by the checks that the account has enabled.
 *
 * <p>Thread-safe. A change is noted in the transaction that makes it, so that it is judged even when the process dies
 * right after. On for every account with an audit configuration, until it says otherwise.
 */
public final class ContinuousAudit implements RegistryRecorder {
    private final AuditStore store;
    private final ContinuousAuditRunner runner;

    public ContinuousAudit(AuditStore store, ContinuousAuditRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /** Whether the account wants it. */
    public boolean isOn(AccountRegion scope) {
        return store.transactions().read(tx -> store.changes().isOn(tx, scope));
    }

    /** Turns it on or off; what it has found stays until the next audit. */
    public void setOn(AccountRegion scope, boolean isOn) {
        store.transactions().change(tx -> store.changes().setOn(tx, scope, isOn));
    }

    @Override
    public void record(Tx tx, RegistryChange change) {
        judged(change).forEach(resource -> note(tx, change.scope(), resource));
    }

    /** Notes that the resource, or what is to be said about it, changed. */
    void note(Tx tx, AccountRegion scope, ChangedResource resource) {
        AuditConfiguration configuration = store.configurations().find(tx, scope);
        if (configuration != null
                && runner.concerns(tx, scope, configuration, resource)
                && store.changes().isOn(tx, scope)) {
            store.changes().add(tx, scope, resource);
            tx.afterCommit(() -> runner.wake(scope));
        }
    }

    /** The resources whose verdicts may now be others. */
    private static Stream<ChangedResource> judged(RegistryChange change) {
        return switch (change.kind()) {
            case POLICY -> policy(change.name());
            case CERTIFICATE -> certificate(change.name());
            case CA_CERTIFICATE -> Stream.of(new ChangedResource(ResourceType.CA_CERTIFICATE, change.name()));
            case LOGGING ->
                Stream.of(new ChangedResource(
                        ResourceType.ACCOUNT_SETTINGS, change.scope().account().value()));
            case ROLE_ALIAS ->
                Stream.of(new ChangedResource(
                        ResourceType.ROLE_ALIAS,
                        change.scope()
                                .arn("iot", RoleAliasName.ARN_TYPE + "/" + change.name())
                                .toString()));
            case POLICY_ATTACHMENT -> Stream.concat(holder(change.name()), policy(change.counterpart()));
            case THING_PRINCIPAL -> Stream.concat(thing(change.name()), certificate(change.counterpart()));
            case THING, THING_GROUP_MEMBERSHIP -> thing(change.name());
            case THING_TYPE, THING_GROUP, TAGS -> Stream.empty();
        };
    }

    /** What a policy was attached to, if checks look at such things. */
    private static Stream<ChangedResource> holder(String target) {
        Arn arn = Arn.parse(target);
        return certificate(arn == null ? null : arn.nameOf(CertificateId.ARN_TYPE));
    }

    private static Stream<ChangedResource> policy(@Nullable String name) {
        return name == null ? Stream.empty() : Stream.of(new ChangedResource(ResourceType.IOT_POLICY, name));
    }

    private static Stream<ChangedResource> certificate(@Nullable String id) {
        return id == null ? Stream.empty() : Stream.of(new ChangedResource(ResourceType.DEVICE_CERTIFICATE, id));
    }

    /** Findings name a thing by the client id of its device. */
    private static Stream<ChangedResource> thing(String name) {
        return Stream.of(new ChangedResource(ResourceType.CLIENT_ID, name));
    }
}
