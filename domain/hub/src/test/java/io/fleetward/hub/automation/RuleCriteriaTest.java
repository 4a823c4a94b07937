// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterType;
import io.fleetward.kernel.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RuleCriteriaTest {
    private static final Set<String> KEYS = Set.of(
            "ProductArn",
            "AwsAccountId",
            "Id",
            "GeneratorId",
            "Type",
            "FirstObservedAt",
            "LastObservedAt",
            "CreatedAt",
            "UpdatedAt",
            "Confidence",
            "Criticality",
            "Title",
            "Description",
            "SourceUrl",
            "ProductName",
            "CompanyName",
            "SeverityLabel",
            "ResourceType",
            "ResourceId",
            "ResourcePartition",
            "ResourceRegion",
            "ResourceTags",
            "ResourceDetailsOther",
            "ComplianceStatus",
            "ComplianceSecurityControlId",
            "ComplianceAssociatedStandardsId",
            "VerificationState",
            "WorkflowStatus",
            "RecordState",
            "RelatedFindingsProductArn",
            "RelatedFindingsId",
            "NoteText",
            "NoteUpdatedAt",
            "NoteUpdatedBy",
            "UserDefinedFields",
            "ResourceApplicationArn",
            "ResourceApplicationName",
            "AwsAccountName");

    private static final Set<String> WITH_MANY_VALUES = Set.of("AwsAccountId", "GeneratorId", "Title", "ResourceId");

    @Test
    void knowsTheKeysOfRulesWithTheirNumbersOfValues() {
        var known = new TreeSet<String>();
        for (FilterKey key : FilterKey.values()) {
            int most = WITH_MANY_VALUES.contains(key.wireName()) ? 100 : 20;
            if (isRead(criteria(key.wireName(), most))) {
                known.add(key.wireName());
                assertThat(isRead(criteria(key.wireName(), most + 1)))
                        .as(key.wireName())
                        .isFalse();
            }
        }
        assertThat(known).containsExactlyElementsOf(new TreeSet<>(KEYS));
    }

    @Test
    void takesAllKeysTogether() {
        ObjectNode all = object("{}");
        KEYS.forEach(key -> all.setAll(criteria(key, 1)));
        assertThat(RuleCriteria.read(all)).isInstanceOf(RuleCriteria.Result.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data.Criteria: should NOT have fewer than 1 properties",
                "{'Title':[]} | data.Criteria: should NOT have fewer than 1 properties",
                "{'Region':[{'Value':'eu-west-1'}]} | data.Criteria.Region: is not a filter attribute",
                "{'Keyword':[{'Value':'x'}]} | data.Criteria.Keyword: is not a filter attribute",
                "{'Title':[{'Value':'a','Comparison':'EQUALS'},{'Value':'b','Comparison':'NOT_EQUALS'}]}"
                        + " | data.Criteria.Title: should NOT mix EQUALS with NOT_EQUALS or PREFIX_NOT_EQUALS",
                "{'CreatedAt':[{'Start':'yesterday'}]} | data.Criteria.CreatedAt[0].Start: should match format"
                        + " \"date-time\""
            })
    void refusesWhatIsNoCriteria(String json, String problem) {
        var refused = (RuleCriteria.Result.Refused) RuleCriteria.read(object(json.replace('\'', '"')));
        assertThat(refused.problems()).extracting(Problem::toString).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'Title':[{'Value':'a','Junk':'b'}],'Type':null}"})
    void keepsNothingThatHasNoMeaning(String json) {
        var read = (RuleCriteria.Result.Read) RuleCriteria.read(object(json.replace('\'', '"')));
        assertThat(read.criteria().document()).hasToString("{\"Title\":[{\"Value\":\"a\"}]}");
        assertThat(read.criteria().isRelative()).isFalse();
    }

    private static boolean isRead(ObjectNode criteria) {
        return RuleCriteria.read(criteria) instanceof RuleCriteria.Result.Read;
    }

    private static ObjectNode criteria(String key, int values) {
        FilterType type = Objects.requireNonNull(FilterKey.named(key)).type();
        String value = switch (type) {
            case TEXT, KEYWORD -> "{'Value':'x'}";
            case NUMBER -> "{'Eq':1}";
            case DATE -> "{'Start':'2026-01-01T00:00:00Z'}";
            case MAP -> "{'Key':'k','Value':'v'}";
            case FLAG -> "{'Value':true}";
            case ADDRESS -> "{'Cidr':'10.0.0.0/8'}";
        };
        List<String> list = Collections.nCopies(values, value);
        return object(("{'" + key + "':[" + String.join(",", list) + "]}").replace('\'', '"'));
    }
}
