// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingAggregatorTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");

    @ParameterizedTest
    @CsvSource({
        "ALL_REGIONS,'',true,true",
        "ALL_REGIONS_EXCEPT_SPECIFIED,us-east-1,false,true",
        "SPECIFIED_REGIONS,us-east-1,true,false",
        "NO_REGIONS,'',false,false"
    })
    void linksRegionsByItsMode(Mode mode, String named, boolean linksNamed, boolean linksOther) {
        FindingAggregator aggregator = aggregator(mode, named);
        assertThat(aggregator.links(new Region("us-east-1"))).isEqualTo(linksNamed);
        assertThat(aggregator.links(new Region("ap-south-1"))).isEqualTo(linksOther);
        assertThat(aggregator.links(new Region("cn-north-1"))).isFalse();
        assertThat(aggregator.links(HOME.region())).isFalse();
    }

    @Test
    void sortsTheRegionsThatAreNamed() {
        assertThat(aggregator(Mode.SPECIFIED_REGIONS, "us-east-1,ap-south-1,us-east-1")
                        .linking()
                        .regions())
                .containsExactly(new Region("ap-south-1"), new Region("us-east-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "ALL_REGIONS,us-east-1",
        "NO_REGIONS,us-east-1",
        "SPECIFIED_REGIONS,''",
        "ALL_REGIONS_EXCEPT_SPECIFIED,''"
    })
    void wantsRegionsExactlyWhereTheModeNamesThem(Mode mode, String named) {
        assertThatThrownBy(() -> aggregator(mode, named)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNamedByItsHome() {
        assertThat(aggregator(Mode.ALL_REGIONS, "").arn())
                .hasToString("arn:aws:securityhub:eu-west-1:123456789012:finding-aggregator/some-id");
    }

    private static FindingAggregator aggregator(Mode mode, String named) {
        List<Region> regions = named.isEmpty()
                ? List.of()
                : Stream.of(named.split(",", -1)).map(Region::new).toList();
        return new FindingAggregator(HOME, "some-id", new RegionLinking(mode, regions));
    }
}
