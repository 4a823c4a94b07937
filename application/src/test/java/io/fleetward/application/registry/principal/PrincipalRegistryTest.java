// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.principal;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.thing.AttachmentPage;
import io.fleetward.application.registry.thing.CreateThing;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrincipalRegistryTest {
    private static final ThingName PUMP = new ThingName("pump");
    private static final ThingName VALVE = new ThingName("valve");
    private static final AttachmentPage ALL = AttachmentPage.all(PageRequest.first(20));

    private final RegistryUseCases registry = new RegistryUseCases();
    private final PrincipalRegistry principals = registry.principals();
    private final CertificateId certificate =
            registry.issuing().createWithKeys(HERE, true).certificate().id();

    @BeforeEach
    void createThings() {
        registry.things().create(HERE, new CreateThing(PUMP, null, Attributes.NONE));
        registry.things().create(HERE, new CreateThing(VALVE, null, Attributes.NONE));
        registry.changes().clear();
    }

    @Test
    void attachesACertificateToSeveralThings() {
        attach(PUMP, AttachmentType.NON_EXCLUSIVE_THING);
        attach(VALVE, AttachmentType.NON_EXCLUSIVE_THING);
        attach(VALVE, AttachmentType.NON_EXCLUSIVE_THING);

        assertThat(things()).containsExactly(PUMP, VALVE);
        assertThat(principals.ofThing(HERE, PUMP, ALL).items())
                .extracting(ThingPrincipal::certificate)
                .containsExactly(certificate);
        assertThat(registry.changes())
                .containsExactly(
                        new RegistryChange(HERE, Kind.THING_PRINCIPAL, "pump", certificate.value()),
                        new RegistryChange(HERE, Kind.THING_PRINCIPAL, "valve", certificate.value()));
    }

    @Test
    void keepsAnExclusiveCertificateToOneThing() {
        attach(PUMP, AttachmentType.EXCLUSIVE_THING);

        refused(IotError.INVALID_REQUEST, () -> attach(VALVE, AttachmentType.NON_EXCLUSIVE_THING));
        refused(IotError.INVALID_REQUEST, () -> attach(VALVE, AttachmentType.EXCLUSIVE_THING));
        assertThat(things()).containsExactly(PUMP);
    }

    @Test
    void refusesExclusivityOfASharedCertificate() {
        attach(PUMP, AttachmentType.NON_EXCLUSIVE_THING);

        refused(IotError.INVALID_REQUEST, () -> attach(VALVE, AttachmentType.EXCLUSIVE_THING));
    }

    @Test
    void neverChangesTheTypeOfAnAttachment() {
        attach(PUMP, AttachmentType.EXCLUSIVE_THING);

        refused(IotError.INVALID_REQUEST, () -> attach(PUMP, AttachmentType.NON_EXCLUSIVE_THING));

        principals.detach(HERE, PUMP, certificate);
        attach(PUMP, AttachmentType.NON_EXCLUSIVE_THING);
    }

    @Test
    void refusesUnknownThingsAndCertificates() {
        var stranger = new CertificateId("f".repeat(64));
        var nothing = new ThingName("nothing");

        refused(IotError.RESOURCE_NOT_FOUND, () -> attach(nothing, AttachmentType.NON_EXCLUSIVE_THING));
        refused(
                IotError.RESOURCE_NOT_FOUND,
                () -> principals.attach(HERE, new ThingPrincipal(PUMP, stranger, AttachmentType.NON_EXCLUSIVE_THING)));
        refused(IotError.RESOURCE_NOT_FOUND, () -> principals.detach(HERE, nothing, certificate));
        refused(IotError.RESOURCE_NOT_FOUND, () -> principals.ofThing(HERE, nothing, ALL));
        refused(IotError.RESOURCE_NOT_FOUND, () -> principals.ofCertificate(HERE, stranger, ALL));
    }

    @Test
    void refusesToDetachWhatIsNotAttached() {
        refused(IotError.RESOURCE_NOT_FOUND, () -> principals.detach(HERE, PUMP, certificate));
    }

    private List<ThingName> things() {
        return principals.ofCertificate(HERE, certificate, ALL).items().stream()
                .map(ThingPrincipal::thing)
                .toList();
    }

    private void attach(ThingName thing, AttachmentType type) {
        principals.attach(HERE, new ThingPrincipal(thing, certificate, type));
    }
}
