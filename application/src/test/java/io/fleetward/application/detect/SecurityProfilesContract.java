// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.profile.ProfileContent;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link SecurityProfiles} promises. */
public abstract class SecurityProfilesContract extends DetectStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");

    protected abstract SecurityProfiles profiles();

    private void put(SecurityProfile profile) {
        change(tx -> profiles().put(tx, profile));
    }

    private @Nullable SecurityProfile find(AccountRegion scope, String name) {
        return transactions().read(tx -> profiles().find(tx, scope, name));
    }

    @Test
    void findsTheProfileAsItWasStored() {
        SecurityProfile full = aProfile(HERE, "full")
                .described("what pumps do")
                .with(aBehavior("size").suppressed(true))
                .with(aBehavior("sent")
                        .on("aws:num-messages-sent")
                        .expects("greater-than", 3)
                        .over(900)
                        .alarmsAfter(2))
                .alerting("arn:aws:sns:eu-west-1:111122223333:alarms", "arn:aws:iam::111122223333:role/alarms")
                .retaining(Measurand.of(new DisconnectsMetric()))
                .build();
        put(full);

        assertThat(find(HERE, "full")).isEqualTo(full);
        assertThat(find(HERE, "Full")).isNull();
        assertThat(find(THERE, "full")).isNull();
    }

    @Test
    void keepsMetricsOfUsersAndPartsOfMetrics() {
        var battery = new CustomMetric("battery", CustomMetricType.NUMBER);
        var own = new MetricDimension("Own", DimensionOperator.IN);
        SecurityProfile profile = aProfile(HERE, "p")
                .with(aBehavior("low").on("battery").expects("greater-than", 20))
                .with(aBehavior("own")
                        .on("aws:num-messages-sent")
                        .within("Own", DimensionOperator.NOT_IN)
                        .over(300))
                .retaining(Measurand.of(battery), new Measurand(new DisconnectsMetric(), own))
                .build();
        put(profile);

        assertThat(find(HERE, "p")).isEqualTo(profile);
    }

    @Test
    void keepsWhatIsExportedAndWhere() {
        SecurityProfile profile = aProfile(HERE, "p")
                .exporting("values", Measurand.of(new DisconnectsMetric()))
                .build();
        put(profile);

        assertThat(find(HERE, "p")).isEqualTo(profile);
    }

    @Test
    void tellsWhatWasNeverSetFromWhatIsEmpty() {
        Instant at = Instant.parse("2026-06-01T00:00:00.123Z");
        var unset = new SecurityProfile(HERE, "unset", new ProfileContent(null, null, null, null, null), 1, at, at);
        var empty = new SecurityProfile(
                HERE, "empty", new ProfileContent("", List.of(), java.util.Map.of(), null, null), 7, at, at);
        put(unset);
        put(empty);

        assertThat(find(HERE, "unset")).isEqualTo(unset);
        assertThat(find(HERE, "empty")).isEqualTo(empty);
    }

    @Test
    void replacesTheProfileOfTheSameName() {
        SecurityProfile first = aProfile(HERE, "p").with(aBehavior("a")).build();
        put(first);
        SecurityProfile second = first.updated(
                aProfile(HERE, "p").with(aBehavior("b")).build().content(), Instant.parse("2026-06-02T00:00:00Z"));
        put(second);

        assertThat(find(HERE, "p")).isEqualTo(second);
    }

    @Test
    void removesOneProfileOfOneTenant() {
        put(aProfile(HERE, "p").build());
        put(aProfile(THERE, "p").build());

        assertThat(answer(tx -> profiles().remove(tx, HERE, "p"))).isTrue();
        assertThat(answer(tx -> profiles().remove(tx, HERE, "p"))).isFalse();
        assertThat(find(THERE, "p")).isNotNull();
    }

    @Test
    void listsByNamePageByPage() {
        List.of("b", "a", "C", "d").forEach(name -> put(aProfile(HERE, name).build()));
        put(aProfile(THERE, "e").build());

        Page<SecurityProfile> first = transactions().read(tx -> profiles().list(tx, HERE, PageRequest.first(3)));
        Page<SecurityProfile> rest =
                transactions().read(tx -> profiles().list(tx, HERE, new PageRequest(3, first.next())));

        assertThat(first.items()).extracting(SecurityProfile::name).containsExactly("C", "a", "b");
        assertThat(rest.items()).extracting(SecurityProfile::name).containsExactly("d");
        assertThat(rest.next()).isNull();
    }

    @Test
    void knowsWhereThereAreProfiles() {
        put(aProfile(HERE, "a").build());
        put(aProfile(HERE, "b").build());
        put(aProfile(THERE, "a").build());

        assertThat(listed(tx -> profiles().scopes(tx))).containsExactlyInAnyOrder(HERE, THERE);
    }
}
