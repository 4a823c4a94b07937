// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElementsTest {
    @Test
    void holdsEachElementOnceInTheOrderOfArrival() {
        Elements ports = Elements.of(new MetricValue.Ports(List.of(22, 80, 22)));
        ports.addAll(Elements.of(new MetricValue.Ports(List.of(443, 80))));

        assertThat(ports.value()).isEqualTo(new MetricValue.Ports(List.of(22, 80, 443)));
    }

    @Test
    void takesInNoMoreThanAThousand() {
        List<Integer> many = IntStream.range(0, 1500).boxed().toList();

        Elements ports = Elements.of(new MetricValue.Ports(many));
        ports.add(9000);

        assertThat(ports.value().elements()).isEqualTo(1000);
        assertThat(ports.anyMatch(Integer.valueOf(999)::equals)).isTrue();
        assertThat(ports.anyMatch(Integer.valueOf(9000)::equals)).isFalse();
    }

    @Test
    void showsEveryKindOfSet() {
        assertThat(List.of(
                        new MetricValue.Strings(List.of("a")),
                        new MetricValue.Numbers(List.of(1.5)),
                        new MetricValue.Cidrs(List.of("192.0.2.7")),
                        new MetricValue.Ports(List.of(22))))
                .allSatisfy(value -> assertThat(Elements.of(value).value()).isEqualTo(value));
    }

    @Test
    void isNoTally() {
        Elements elements = new Elements(MetricValue.Kind.PORTS);

        assertThatIllegalStateException().isThrownBy(elements::tally);
        assertThatIllegalStateException().isThrownBy(elements::presence);
        assertThatIllegalStateException().isThrownBy(new Tally()::elements);
        assertThatIllegalStateException()
                .isThrownBy(() -> Elements.of(new MetricValue.Count(1)).value());
    }
}
