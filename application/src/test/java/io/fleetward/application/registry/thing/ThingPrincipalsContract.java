// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ThingPrincipals} promises. */
public interface ThingPrincipalsContract extends OnRegistryStores {
    CertificateId KEY_A = new CertificateId("a".repeat(64));
    CertificateId KEY_B = new CertificateId("b".repeat(64));
    ThingName PUMP_1 = new ThingName("pump-1");
    ThingName PUMP_2 = new ThingName("pump-2");
    ThingPrincipal PUMP_1_BY_A = new ThingPrincipal(PUMP_1, KEY_A, AttachmentType.NON_EXCLUSIVE_THING);
    ThingPrincipal PUMP_2_BY_A = new ThingPrincipal(PUMP_2, KEY_A, AttachmentType.NON_EXCLUSIVE_THING);
    ThingPrincipal PUMP_1_BY_B = new ThingPrincipal(PUMP_1, KEY_B, AttachmentType.EXCLUSIVE_THING);

    private void plantAttachments() {
        stores().change(tx -> {
            List.of(PUMP_1_BY_A, PUMP_2_BY_A, PUMP_1_BY_B)
                    .forEach(each -> principals().put(tx, HERE, each));
            principals().put(tx, OTHER_ACCOUNT, PUMP_2_BY_A);
        });
    }

    @Test
    default void findsAnAttachmentWithItsType() {
        plantAttachments();

        assertThat(find(HERE, PUMP_1, KEY_A)).isEqualTo(PUMP_1_BY_A);
        assertThat(find(HERE, PUMP_1, KEY_B)).isEqualTo(PUMP_1_BY_B);
        assertThat(find(HERE, PUMP_2, KEY_B)).isNull();
        assertThat(find(OTHER_ACCOUNT, PUMP_1, KEY_A)).isNull();
    }

    @Test
    default void findsTheExclusiveAttachmentOfACertificate() {
        plantAttachments();

        assertThat(exclusive(KEY_B)).isEqualTo(PUMP_1_BY_B);
        assertThat(exclusive(KEY_A)).isNull();
    }

    @Test
    default void listsAttachmentsOfAThingByCertificate() {
        plantAttachments();

        assertThat(ofThing(AttachmentPage.all(PageRequest.first(10)))).containsExactly(PUMP_1_BY_A, PUMP_1_BY_B);
        assertThat(ofThing(new AttachmentPage(AttachmentType.EXCLUSIVE_THING, PageRequest.first(10))))
                .containsExactly(PUMP_1_BY_B);
    }

    @Test
    default void listsAttachmentsOfACertificateByThing() {
        plantAttachments();

        Page<ThingPrincipal> first =
                stores().read(tx -> principals().ofCertificate(tx, HERE, KEY_A, PageRequest.first(1)));
        Page<ThingPrincipal> second =
                stores().read(tx -> principals().ofCertificate(tx, HERE, KEY_A, new PageRequest(1, first.next())));

        assertThat(first.items()).containsExactly(PUMP_1_BY_A);
        assertThat(second.items()).containsExactly(PUMP_2_BY_A);
        assertThat(second.next()).isNull();
        var exclusive = new AttachmentPage(AttachmentType.EXCLUSIVE_THING, PageRequest.first(10));
        Page<ThingPrincipal> none = stores().read(tx -> principals().ofCertificate(tx, HERE, KEY_A, exclusive));
        assertThat(none.items()).isEmpty();
    }

    @Test
    default void removesOneAttachment() {
        plantAttachments();

        assertThat(stores().answer(tx -> principals().remove(tx, HERE, PUMP_2, KEY_A)))
                .isTrue();
        assertThat(stores().answer(tx -> principals().remove(tx, HERE, PUMP_2, KEY_A)))
                .isFalse();
        assertThat(find(HERE, PUMP_1, KEY_A)).isNotNull();
        assertThat(find(OTHER_ACCOUNT, PUMP_2, KEY_A)).isNotNull();
    }

    @Test
    default void replacesTheTypeOfAnAttachment() {
        plantAttachments();
        var exclusive = new ThingPrincipal(PUMP_1, KEY_A, AttachmentType.EXCLUSIVE_THING);

        stores().change(tx -> principals().put(tx, HERE, exclusive));

        assertThat(find(HERE, PUMP_1, KEY_A)).isEqualTo(exclusive);
    }

    private ThingPrincipals principals() {
        return stores().things().principals();
    }

    private @Nullable ThingPrincipal find(AccountRegion scope, ThingName thing, CertificateId certificate) {
        return stores().read(tx -> principals().find(tx, scope, thing, certificate));
    }

    private @Nullable ThingPrincipal exclusive(CertificateId certificate) {
        return stores().read(tx -> principals().findExclusive(tx, HERE, certificate));
    }

    private List<ThingPrincipal> ofThing(AttachmentPage page) {
        return stores().read(tx -> principals().ofThing(tx, HERE, PUMP_1, page)).items();
    }
}
