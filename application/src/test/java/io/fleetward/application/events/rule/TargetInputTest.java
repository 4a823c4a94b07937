// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What targets get of events (hub, targets, transform, reliability). */
class TargetInputTest {
    private static final EventRule RULE = new EventRule(
            new RuleKey(AccountRegion.of("000000000000", "us-east-1"), "default", "alarms"),
            null,
            null,
            true,
            null,
            null);
    private static final String TEXT =
            "{\"id\":\"7\",\"detail-type\":\"Some \\\"thing\\\"\",\"detail\":{\"list\":[{\"a\":1},{\"a\":\"x\"}],\"flag\":true}}";
    private static final MatchedEvent EVENT = MatchedEvent.of(RULE, TEXT, Instant.parse("2026-06-01T00:00:00Z"));

    private static EventPath path(String text) {
        return Objects.requireNonNull(EventPath.parse(text), text);
    }

    private static String render(String template) {
        Map<String, EventPath> paths = new LinkedHashMap<>();
        paths.put("type", path("$.detail-type"));
        paths.put("second", path("$.detail.list[1].a"));
        paths.put("list", path("$.detail.list"));
        paths.put("missing", path("$.detail.nothing[3].there"));
        return new TargetInput.Transformed(new InputTemplate(paths, template)).render(EVENT);
    }

    @Test
    void isTheEventOrAConstantOrAPart() {
        assertThat(new TargetInput.WholeEvent().render(EVENT)).isEqualTo(TEXT);
        assertThat(new TargetInput.Constant("{\"a\":1}").render(EVENT)).isEqualTo("{\"a\":1}");
        assertThat(new TargetInput.Part(path("$.detail.list[0]")).render(EVENT)).isEqualTo("{\"a\":1}");
        assertThat(new TargetInput.Part(path("$")).render(EVENT)).isEqualTo(TEXT);
        assertThat(new TargetInput.Part(path("$.nobody")).render(EVENT)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"t\": <type>}|{\"t\": \"Some \\\"thing\\\"\"}",
                "{\"t\": \"<type>!\"}|{\"t\": \"Some \\\"thing\\\"!\"}",
                "\"<second> of <type>\"|x of Some \"thing\"",
                "{\"l\": <list>}|{\"l\": [{\"a\":1},{\"a\":\"x\"}]}",
                "{\"l\": \"<list>\"}|{\"l\": \"[{\\\"a\\\":1},{\\\"a\\\":\\\"x\\\"}]\"}",
                "{\"m\": <missing>, \"n\": \"<missing>\"}|{\"m\": \"\", \"n\": \"\"}",
                "{\"u\": \"<unknown> < 3 \\\" <second>\"}|{\"u\": \"<unknown> < 3 \\\" x\"}",
                "<aws.events.rule-name>|alarms",
                "{\"r\": <aws.events.rule-arn>}|{\"r\": \"arn:aws:events:us-east-1:000000000000:rule/alarms\"}",
                "{\"i\": <aws.events.event.ingestion-time>}|{\"i\": \"2026-06-01T00:00:00Z\"}",
                "<aws.events.event>|{\"id\":\"7\",\"detail-type\":\"Some \\\"thing\\\"\"}",
                "\"first\" \"second\"|\"first\" \"second\""
            })
    void fillsTemplates(String template, String expected) {
        assertThat(render(template)).isEqualTo(expected);
    }

    @Test
    void insertsTheWholeEvent() {
        assertThat(render("{\"e\":<aws.events.event.json>}")).isEqualTo("{\"e\":" + TEXT + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "$.", "$..a", "$.a[x]", "$.a[*]", "$.a b", "$[1234567]", "$.a[0", "@.a"})
    void refusesOtherPaths(String text) {
        assertThat(EventPath.parse(text)).isNull();
    }
}
