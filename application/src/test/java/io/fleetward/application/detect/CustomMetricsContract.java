// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link CustomMetrics} promises. */
public abstract class CustomMetricsContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00.123Z");

    protected abstract CustomMetrics customMetrics();

    private static CustomMetricDefinition metric(AccountRegion scope, String name) {
        return new CustomMetricDefinition(scope, name, CustomMetricType.NUMBER, null, CREATED, CREATED);
    }

    private void add(CustomMetricDefinition metric) {
        change(tx -> customMetrics().add(tx, metric, "token-" + metric.name()));
    }

    private @Nullable CustomMetricDefinition find(AccountRegion scope, String name) {
        return transactions().read(tx -> customMetrics().find(tx, scope, name));
    }

    private @Nullable CustomMetricDefinition findByToken(AccountRegion scope, String token) {
        return transactions().read(tx -> customMetrics().findByToken(tx, scope, token));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheMetricAsItWasAdded(CustomMetricType type) {
        var battery =
                new CustomMetricDefinition(HERE, "battery:level", type, "Battery", CREATED, CREATED.plusMillis(1));
        add(battery);

        assertThat(find(HERE, "battery:level")).isEqualTo(battery);
        assertThat(find(HERE, "Battery:level")).isNull();
        assertThat(find(THERE, "battery:level")).isNull();
    }

    @Test
    void findsTheMetricThatATokenCreated() {
        add(metric(HERE, "battery"));

        assertThat(findByToken(HERE, "token-battery")).isEqualTo(metric(HERE, "battery"));
        assertThat(findByToken(HERE, "battery")).isNull();
        assertThat(findByToken(THERE, "token-battery")).isNull();
    }

    @Test
    void replacesOneMetricAndKeepsItsToken() {
        add(metric(HERE, "battery"));
        add(metric(HERE, "load"));
        CustomMetricDefinition renamed = metric(HERE, "battery").displayedAs("Battery", CREATED.plusSeconds(1));
        change(tx -> customMetrics().replace(tx, renamed));

        assertThat(find(HERE, "battery")).isEqualTo(renamed);
        assertThat(findByToken(HERE, "token-battery")).isEqualTo(renamed);
        assertThat(find(HERE, "load")).isEqualTo(metric(HERE, "load"));
    }

    @Test
    void removesOneMetricOfOneTenant() {
        add(metric(HERE, "battery"));
        add(metric(THERE, "battery"));

        assertThat(answer(tx -> customMetrics().remove(tx, HERE, "battery"))).isTrue();
        assertThat(answer(tx -> customMetrics().remove(tx, HERE, "battery"))).isFalse();
        assertThat(find(THERE, "battery")).isNotNull();
    }

    @Test
    void listsAndCountsThoseOfOneTenantByName() {
        List.of("b", "a", "C", "d").forEach(name -> add(metric(HERE, name)));
        add(metric(THERE, "e"));

        Page<CustomMetricDefinition> first =
                transactions().read(tx -> customMetrics().list(tx, HERE, PageRequest.first(3)));
        Page<CustomMetricDefinition> rest =
                transactions().read(tx -> customMetrics().list(tx, HERE, new PageRequest(3, first.next())));

        assertThat(first.items()).extracting(CustomMetricDefinition::name).containsExactly("C", "a", "b");
        assertThat(rest.items()).extracting(CustomMetricDefinition::name).containsExactly("d");
        assertThat(rest.next()).isNull();
        assertThat(transactions().<Integer>read(tx -> customMetrics().count(tx, HERE)))
                .isEqualTo(4);
    }
}
