// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.Problem;
import io.fleetward.testkit.Seed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.node.ObjectNode;

class FindingFilterTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Finding FINDING = aFinding()
            .with("ProductFields", "{\"k\":\"v\",\"path\":\"/etc/passwd\"}")
            .with("Sample", "true")
            .with("Network", "{\"SourceIpV4\":\"10.1.2.3\",\"DestinationIpV6\":\"2001:db8::7\"}")
            .with("Resources", """
                    [{"Type":"Other","Id":"dev-42"},
                     {"Type":"AwsEc2Instance","Id":"dev-43","Tags":{"team":"iot"},
                      "Details":{"Other":{"Firmware":"7"},
                                 "AwsEc2Instance":{"IpV4Addresses":["198.51.100.1","192.0.2.9"]}}}]""")
            .stored(NOW)
            .finding();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/io/fleetward/hub/filters.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`')
    void matchesAsDefined(String id, String filters, String matches, String source) {
        assertThat(source).isNotBlank();
        FilterResult parsed = new FilterParser(NOW).parse(object(filters));
        assertThat(parsed)
                .as(id)
                .isInstanceOfSatisfying(
                        FilterResult.Parsed.class,
                        right -> assertThat(right.filter().matches(FINDING)).isEqualTo(matches.equals("yes")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/io/fleetward/hub/filter-refusals.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`')
    void refusesWhatMakesNoSense(String id, String filters, String message, String source) {
        assertThat(source).isNotBlank();
        assertThat(text(problems(object(filters)))).as(id).isEqualTo(message);
    }

    @Test
    void takesTenAttributesOfTwentyValues() {
        assertThat(problems(attributes(11))).hasSize(1);
        assertThat(new FilterParser(NOW).parse(attributes(10))).isInstanceOf(FilterResult.Parsed.class);
        assertThat(problems(values(21))).hasSize(1);
        assertThat(new FilterParser(NOW).parse(values(20))).isInstanceOf(FilterResult.Parsed.class);
    }

    @Test
    void takesValuesOfTwoThousandCharacters() {
        String filter = "{\"%s\":[{\"Value\":\"%s\"}]}";
        for (String key : List.of("Title", "Keyword")) {
            assertThat(new FilterParser(NOW).parse(object(filter.formatted(key, "x".repeat(2048)))))
                    .isInstanceOf(FilterResult.Parsed.class);
            assertThat(text(problems(object(filter.formatted(key, "x".repeat(2049))))))
                    .isEqualTo("data.Filters." + key + "[0].Value should NOT be longer than 2048 characters");
        }
    }

    @Test
    void knowsAllKeysOfTheApi() {
        assertThat(FilterKey.values())
                .hasSize(104)
                .extracting(FilterKey::wireName)
                .containsExactlyInAnyOrderElementsOf(NaiveFilter.names());
        for (FilterKey key : FilterKey.values()) {
            assertThat(FilterKey.named(key.wireName())).isSameAs(key);
            assertThat(FieldPath.of(key.path().toString())).isEqualTo(key.path());
        }
    }

    @Test
    void agreesWithANaiveReadingOfRandomFilters() {
        Seed seed = Seed.current();
        var findings = new FindingGenerator(seed.generator());
        var filters = new FilterGenerator(seed.generator());
        var naive = new NaiveFilter(FilterGenerator.NOW);
        List<Finding> some =
                Stream.generate(() -> findings.next().finding()).limit(40).toList();
        for (int i = 0; i < 2_000; i++) {
            ObjectNode sent = filters.next();
            FindingFilter filter = ((FilterResult.Parsed) new FilterParser(FilterGenerator.NOW).parse(sent)).filter();
            for (Finding finding : some) {
                assertThat(filter.matches(finding))
                        .as("%s: %s on %s", seed, sent, finding)
                        .isEqualTo(naive.matches(sent, finding.document()));
            }
        }
    }

    private static ObjectNode attributes(int count) {
        ObjectNode filters = object("{}");
        List.of(FilterKey.values()).stream()
                .filter(key -> key.type() == FilterType.TEXT)
                .limit(count)
                .forEach(key -> filters.putArray(key.wireName()).addObject().put("Value", "a"));
        return filters;
    }

    private static ObjectNode values(int count) {
        ObjectNode filters = object("{}");
        var list = filters.putArray("Title");
        for (int i = 0; i < count; i++) {
            list.addObject().put("Value", "v" + i);
        }
        return filters;
    }

    private static List<Problem> problems(ObjectNode filters) {
        return ((FilterResult.Refused) new FilterParser(NOW).parse(filters)).problems();
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.where() + " " + problem.what())
                .collect(Collectors.joining(", "));
    }
}
