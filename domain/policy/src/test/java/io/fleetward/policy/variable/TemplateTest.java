// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final PolicyContext CONTEXT = PolicyContext.builder()
            .put("iot:ClientId", "d1")
            .put("iot:Connection.Thing.Attributes[a,b]", "v")
            .put("iot:Connection.Thing.Attributes[A]", "upper")
            .put("many", List.of("x", "y"))
            .put("none", List.of())
            .put("iot:Certificate.Subject.CommonName", List.of("one", "two*"))
            .put("iot:Certificate.AvailableKeys", List.of("k1", "k2"))
            .build();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
                    ``                                          | ``
                    plain * ?                                   | plain * ?
                    <${iot:ClientId}>                           | <d1>
                    ${ iot:clientID }                           | d1
                    ${iot:ClientId}${iot:ClientId}              | d1d1
                    ${iot:Connection.Thing.Attributes[a,b]}     | v
                    ${IOT:connection.thing.attributes[A]}       | upper
                    ${iot:Connection.Thing.Attributes[a]}       |
                    ${many}                                     |
                    ${none}                                     |
                    ${none, 'fallback'}                         | fallback
                    ${none,'a, b'}                              | a, b
                    ${none, ''}                                 | ``
                    ${none, 'x}                                 |
                    ${none 'x'}                                 |
                    ${iot:ClientId, 'fallback'}                 | d1
                    ${*}${?}${$}                                | *?$
                    ${}                                         |
                    ${iot:ClientId                              | ${iot:ClientId
                    $iot:ClientId}                              | $iot:ClientId}
                    ${iot:Certificate.Subject.CommonName}       | one
                    ${iot:Certificate.Subject.CommonName.0}     | one
                    ${iot:Certificate.Subject.CommonName.1}     |
                    ${iot:Certificate.Subject.CommonName.List}  |
                    ${iot:Certificate.AvailableKeys}            |
                    """)
    void replacesVariables(String text, String expected) {
        assertThat(Template.parse(text == null ? "" : text).render(CONTEXT)).isEqualTo(expected);
    }

    @Test
    void selectsAmongTheValuesOfACertificateAttribute() {
        String key = "iot:Certificate.Subject.CommonName";

        assertThat(CONTEXT.values(ContextKey.parse(key))).containsExactly("one");
        assertThat(CONTEXT.values(ContextKey.parse(key + ".1"))).containsExactly("two*");
        assertThat(CONTEXT.values(ContextKey.parse(key + ".7"))).isEmpty();
        assertThat(CONTEXT.values(ContextKey.parse(key + ".LIST"))).containsExactly("one", "two*");
        assertThat(CONTEXT.values(ContextKey.parse("iot:Certificate.AvailableKeys")))
                .containsExactly("k1", "k2");
    }

    @Test
    void doesNotSubstituteLongOrUnsafeCertificateAttributes() {
        String key = "iot:Certificate.Subject.Title";

        assertThat(substituted(key, "x".repeat(1024))).hasSize(1024);
        assertThat(substituted(key, "x".repeat(1025))).isNull();
        for (String unsafe : List.of("*", "$", "+", "?", "#")) {
            assertThat(substituted(key, "a" + unsafe)).isNull();
        }
        assertThat(substituted("iot:ClientId", "a+#*$?")).isEqualTo("a+#*$?");
    }

    @Test
    void knowsTheTimeOnceItIsTold() {
        Template template = Template.parse("${aws:CurrentTime} ${aws:EpochTime}");

        assertThat(template.render(CONTEXT)).isNull();
        assertThat(template.render(CONTEXT.at(Instant.parse("2026-11-23T00:00:00Z"))))
                .isEqualTo("2026-11-23T00:00:00Z 1795392000");
    }

    @Test
    void extendsAContextWithoutChangingIt() {
        PolicyContext extended = CONTEXT.toBuilder().put("new", "n").build();

        assertThat(Template.parse("${new}${iot:ClientId}").render(extended)).isEqualTo("nd1");
        assertThat(Template.parse("${new}").render(CONTEXT)).isNull();
    }

    private static @org.jspecify.annotations.Nullable String substituted(String key, String value) {
        return PolicyContext.builder().put(key, value).build().substitute(ContextKey.parse(key));
    }
}
