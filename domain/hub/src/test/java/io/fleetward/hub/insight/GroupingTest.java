// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleetward.hub.filter.FilterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Title           | {"Title":"a"}                                       | [a]
            Type            | {"Types":["a","b","a"]}                             | [a, b]
            ResourceId      | {"Resources":[{"Id":"a"},{"Type":"x"},{"Id":"b"}]}   | [a, b]
            Confidence      | {"Confidence":42}                                   | [42]
            SeverityProduct | {"Severity":{"Product":8.0}}                        | [8]
            SeverityProduct | {"Severity":{"Product":8.25}}                       | [8.25]
            Confidence      | {"Confidence":100}                                  | [100]
            NetworkSourceIpV4 | {"Network":{"SourceIpV4":"192.0.2.1"}}            | [192.0.2.1]
            Title           | {}                                                  | []
            """)
    void takesEachValueOnceAsText(String attribute, String document, String values) {
        assertThat(Grouping.named(attribute))
                .isNotNull()
                .satisfies(by ->
                        assertThat(by.valuesIn(object(document)).toString()).isEqualTo(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreatedAt", "ResourceTags", "Sample", "Keyword", "Nothing", "title"})
    void isNotPossibleByOtherAttributes(String attribute) {
        assertThat(Grouping.named(attribute)).isNull();
    }

    @Test
    void refusesToBeMadeOfOtherAttributes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouping(FilterKey.CREATED_AT))
                .withMessageContaining("CreatedAt");
    }
}
