// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Dimensions} promises. */
public abstract class DimensionsContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract Dimensions dimensions();

    private static DimensionResource dimension(AccountRegion scope, String name) {
        return new DimensionResource(scope, new Dimension(name, List.of("a/#")), CREATED, CREATED);
    }

    private void add(DimensionResource dimension) {
        change(tx -> dimensions().add(tx, dimension, "token-" + dimension.name()));
    }

    private @Nullable DimensionResource find(AccountRegion scope, String name) {
        return transactions().read(tx -> dimensions().find(tx, scope, name));
    }

    private @Nullable DimensionResource findByToken(AccountRegion scope, String token) {
        return transactions().read(tx -> dimensions().findByToken(tx, scope, token));
    }

    @Test
    void findsTheDimensionAsItWasAdded() {
        var own = new DimensionResource(
                HERE,
                new Dimension("Own", List.of("device/${iot:ClientId}/#", "\"Ä\"/+/state", "device/${iot:ClientId}/#")),
                CREATED,
                CREATED.plusMillis(1));
        add(own);

        assertThat(find(HERE, "Own")).isEqualTo(own);
        assertThat(find(HERE, "own")).isNull();
        assertThat(find(THERE, "Own")).isNull();
    }

    @Test
    void findsTheDimensionThatATokenCreated() {
        add(dimension(HERE, "Own"));

        assertThat(findByToken(HERE, "token-Own")).isEqualTo(dimension(HERE, "Own"));
        assertThat(findByToken(HERE, "Own")).isNull();
        assertThat(findByToken(THERE, "token-Own")).isNull();
    }

    @Test
    void replacesOneDimensionAndKeepsItsToken() {
        add(dimension(HERE, "Own"));
        add(dimension(HERE, "Others"));
        DimensionResource changed = dimension(HERE, "Own").updated(List.of("b", "a"), CREATED.plusSeconds(1));
        change(tx -> dimensions().replace(tx, changed));

        assertThat(find(HERE, "Own")).isEqualTo(changed);
        assertThat(findByToken(HERE, "token-Own")).isEqualTo(changed);
        assertThat(find(HERE, "Others")).isEqualTo(dimension(HERE, "Others"));
    }

    @Test
    void removesOneDimensionOfOneTenant() {
        add(dimension(HERE, "Own"));
        add(dimension(THERE, "Own"));

        assertThat(answer(tx -> dimensions().remove(tx, HERE, "Own"))).isTrue();
        assertThat(answer(tx -> dimensions().remove(tx, HERE, "Own"))).isFalse();
        assertThat(find(THERE, "Own")).isNotNull();
    }

    @Test
    void listsAndCountsThoseOfOneTenantByName() {
        List.of("b", "a", "C", "d").forEach(name -> add(dimension(HERE, name)));
        add(dimension(THERE, "e"));

        Page<DimensionResource> first = transactions().read(tx -> dimensions().list(tx, HERE, PageRequest.first(3)));
        Page<DimensionResource> rest =
                transactions().read(tx -> dimensions().list(tx, HERE, new PageRequest(3, first.next())));

        assertThat(first.items()).extracting(DimensionResource::name).containsExactly("C", "a", "b");
        assertThat(rest.items()).extracting(DimensionResource::name).containsExactly("d");
        assertThat(rest.next()).isNull();
        assertThat(transactions().<Integer>read(tx -> dimensions().count(tx, HERE)))
                .isEqualTo(4);
    }
}
