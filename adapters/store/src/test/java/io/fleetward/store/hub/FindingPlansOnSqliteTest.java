// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How SQLite finds findings: by the index that leaves least to do, even before there are any. */
class FindingPlansOnSqliteTest {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final String SORTS = "USE TEMP B-TREE FOR ORDER BY";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    /** So many that one of them is few: one of a company of its own, and half of the others passed what was checked. */
    @BeforeEach
    void findings() {
        List<StoredFinding> findings = IntStream.range(0, 150)
                .mapToObj(number -> aFinding()
                        .id("finding-" + number)
                        .with("CompanyName", number == 0 ? "\"Rare\"" : "\"Usual\"")
                        .with("Compliance", number % 2 == 0 ? "{\"Status\":\"PASSED\"}" : "{\"Status\":\"FAILED\"}")
                        .stored(Instant.EPOCH))
                .toList();
        DATABASE.transactions().change(tx -> new JdbcFindings().save(tx, HERE, findings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                                              | finding_latest
            {'RecordState':['ACTIVE'],'WorkflowStatus':['NEW','NOTIFIED']}  | finding_latest
            {'RecordState':['ACTIVE'],'WorkflowStatus':['SUPPRESSED']}      | finding_by_workflow_status
            {'RecordState':['ACTIVE'],'SeverityLabel':['CRITICAL']}         | finding_by_severity
            {'RecordState':['ACTIVE'],'ProductName':['Scanner']}            | finding_by_product
            {'GeneratorId':['rule']}                                        | finding_by_generator
            {'Title':['Rule']}                                              | finding_by_title
            """)
    void walksThroughAnIndexInOrder(String filters, String index) {
        assertThat(plan(filters, FindingOrder.STANDARD)).contains(index + " (").doesNotContain(SORTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'ResourceType':['Other']}", "{'ComplianceStatus':['FAILED']}"})
    void passesOverWhatDoesNotMatchWithoutReadingIt(String filters) {
        assertThat(plan(filters, FindingOrder.STANDARD)).contains("COVERING INDEX finding_latest (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'CompanyName':['Rare']}", "{'ComplianceStatus':['PASSED'],'CompanyName':['Rare']}"})
    void takesTheFewOfAKindAndSortsThem(String filters) {
        assertThat(plan(filters, FindingOrder.STANDARD)).contains("finding_by_kind (", SORTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'CompanyName':['Nobody']}", "{'VerificationState':['TRUE_POSITIVE']}", "{'NoteText':['x']}"})
    void looksForNothingWhereNoKindHasIt(String filters) {
        var query = new FindingQuery(filter(filters), FindingOrder.STANDARD);
        List<SearchPart> parts = DATABASE.transactions()
                .read(tx -> new SearchParts(SqlTx.dsl(tx), query, SearchBounds.STANDARD.lookup()).of(List.of(HERE)));
        assertThat(parts).containsExactly(SearchPart.nothing());
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD_STATE", "COMPLIANCE_STATUS", "COMPANY_NAME", "VERIFICATION_STATE", "AWS_ACCOUNT_ID"})
    void sortsByWhatHasFewValuesValueByValue(FilterKey key) {
        var order = new FindingOrder(List.of(new SortKey(key, true), new SortKey(FilterKey.UPDATED_AT, true)));

        assertThat(plan("{'CompanyName':['Usual']}", order))
                .contains("finding_latest (")
                .doesNotContain(SORTS);
    }

    @Test
    void takesTheFewOfAnIdAndSortsThem() {
        assertThat(plan("{'Id':['one']}", FindingOrder.STANDARD)).contains("finding_by_id (", SORTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id", "GeneratorId", "ResourceId"})
    void takesTheFewThatBeginSoAndSortsThem(String key) {
        String filters = "{'" + key + "':[{'Value':'finding-1','Comparison':'PREFIX'}]}";

        assertThat(plan(filters, FindingOrder.STANDARD)).contains("sqlite_autoindex_finding_1 (", SORTS);
    }

    @Test
    void takesTheFewOnAResourceAndSortsThem() {
        assertThat(plan("{'ResourceId':['one']}", FindingOrder.STANDARD))
                .contains("sqlite_autoindex_finding_1 (", SORTS);
    }

    @ParameterizedTest
    @CsvSource({
        "SEVERITY_NORMALIZED, finding_by_severity_number",
        "TITLE,               finding_by_title",
        "PRODUCT_NAME,        finding_by_product",
        "WORKFLOW_STATUS,     finding_by_workflow_status",
        "UPDATED_AT,          finding_latest"
    })
    void sortsByWhatTheConsoleShowsThroughAnIndex(FilterKey key, String index) {
        var keys = new ArrayList<>(List.of(new SortKey(key, true)));
        if (key != FilterKey.UPDATED_AT) {
            keys.add(new SortKey(FilterKey.UPDATED_AT, true));
        }
        for (String filters : List.of(
                "{}", "{'RecordState':['ACTIVE']}", "{'RecordState':['ACTIVE'],'WorkflowStatus':['NEW','NOTIFIED']}")) {
            assertThat(plan(filters, new FindingOrder(keys)))
                    .as(filters)
                    .contains(index + " (")
                    .doesNotContain(SORTS);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                                                              | finding_latest
            {'RecordState':['ACTIVE'],'SeverityLabel':['CRITICAL']}         | finding_by_severity
            {'GeneratorId':['rule']}                                        | finding_by_generator
            """)
    void mergesWhatSeveralOwnersHaveInOrderWithoutSorting(String filters, String index) {
        List<AccountRegion> owners = List.of(
                HERE, AccountRegion.of("111111111111", "us-east-1"), AccountRegion.of("000000000000", "eu-west-1"));
        assertThat(plan(owners, filters, FindingOrder.STANDARD))
                .contains("MERGE (UNION ALL)", index + " (")
                .doesNotContain(SORTS);
    }

    @Test
    void sortsWhatVeryManyOwnersHave() {
        List<AccountRegion> owners = IntStream.range(0, 1_000)
                .mapToObj(number -> AccountRegion.of("%012d".formatted(number), "us-east-1"))
                .toList();
        assertThat(plan(owners, "{'RecordState':['ACTIVE']}", FindingOrder.STANDARD))
                .contains(SORTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'RecordState':['ACTIVE'],'ResourceType':['Other']}"})
    void exportsInTheOrderOfTheKeysWithoutSorting(String filters) {
        assertThat(plan(filters, FindingOrder.FINGERPRINT))
                .contains("sqlite_autoindex_finding_1 (")
                .doesNotContain(SORTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'Id':['one']}           | finding_by_id
            {'GeneratorId':['rule']} | finding_by_generator
            {'Title':['Rule']}       | finding_by_title
            """)
    void exportsTheFewOfAnIndexWithoutPassingOverTheRest(String filters, String index) {
        assertThat(plan(filters, FindingOrder.FINGERPRINT)).contains(index + " (");
    }

    /** The plan for the first page; each text in the filters stands for a comparison with EQUALS. */
    private static String plan(String filters, FindingOrder order) {
        return plan(List.of(HERE), filters, order);
    }

    private static String plan(List<AccountRegion> owners, String filters, FindingOrder order) {
        var query = new FindingQuery(filter(filters), order);
        return DATABASE.transactions().read(tx -> {
            DSLContext dsl = SqlTx.dsl(tx);
            String sql =
                    dsl.renderInlined(new FindingSearch(dsl, owners, query, SearchBounds.STANDARD).candidates(101));
            return dsl.fetch("EXPLAIN QUERY PLAN " + sql).format();
        });
    }

    private static FindingFilter filter(String text) {
        String json = text.replaceAll("([\\[,])('[^']*')(?=[\\],])", "$1{'Value':$2,'Comparison':'EQUALS'}")
                .replace('\'', '"');
        var filters = (ObjectNode) JsonMapper.shared().readTree(json);
        return switch (new FilterParser(Instant.EPOCH).parse(filters)) {
            case FilterResult.Parsed(FindingFilter filter) -> filter;
            case FilterResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
