// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.KIND;
import static io.fleetward.store.hub.FindingTable.REGION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.hub.FindingKinds.Kind;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Some of the kinds of findings that owners have, and how rows of these kinds are found among all.
 *
 * <p>Confined to one transaction.
 *
 * @param kinds those selected
 * @param all how many findings there are of all kinds
 * @param isWhole whether these are all kinds there are
 */
record KindSelection(DSLContext dsl, Collection<AccountRegion> owners, List<Kind> kinds, long all, boolean isWhole) {
    private static final String AMONG_ON_SQLITE = """
            ({0}, {1}, {2}) in (
              select json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
              from json_each({3}))""";
    private static final String AMONG_ON_POSTGRES = """
            ({0}, {1}, {2}) in (
              select numbered ->> 0, numbered ->> 1, (numbered ->> 2)::integer
              from jsonb_array_elements({3}::jsonb) as given(numbered))""";

    /** The kinds among all those of the owners whose sketch is as wanted. */
    static KindSelection of(
            DSLContext dsl, Collection<AccountRegion> owners, List<Kind> all, Predicate<FindingSketch> isWanted) {
        List<Kind> kinds =
                all.stream().filter(kind -> isWanted.test(kind.sketch())).toList();
        return new KindSelection(dsl, owners, kinds, findings(all), kinds.size() == all.size());
    }

    /** Whether every finding of these owners has a kind: those from before there were kinds have none. */
    static boolean isComplete(DSLContext dsl, Collection<AccountRegion> owners) {
        return !dsl.fetchExists(
                dsl.selectOne().from(FINDING).where(FindingTable.in(owners)).and(KIND.isNull()));
    }

    /** Whether there is no finding of these kinds. */
    boolean isEmpty() {
        return findings(kinds) == 0;
    }

    /**
     * Whether findings of these kinds are so few that passing over all others costs more than looking at them.
     *
     * @param lookup how many rows one passes over at the cost of looking up one
     */
    boolean isFew(int lookup) {
        return findings(kinds) * lookup < all;
    }

    /** Whether a row is of one of the kinds, for finding such rows through an index. */
    Condition isAmongThem() {
        if (isOfSeveral()) {
            return isAmongThemOfOwners();
        }
        var numbers = JsonNodeFactory.instance.arrayNode();
        kinds.forEach(kind -> numbers.add(kind.number()));
        Field<String> list = val(numbers.toString(), SQLDataType.CLOB);
        return isSqlite()
                ? condition("{0} in (select value from json_each({1}))", KIND, list)
                : condition("{0} in (select jsonb_array_elements_text({1}::jsonb)::integer)", KIND, list);
    }

    /** The same of several owners, each of which numbers kinds for itself. */
    private Condition isAmongThemOfOwners() {
        if (isWhole) {
            return trueCondition();
        }
        var numbers = JsonNodeFactory.instance.arrayNode();
        kinds.forEach(kind -> numbers.addArray()
                .add(kind.owner().account().value())
                .add(kind.owner().region().value())
                .add(kind.number()));
        Field<String> list = val(numbers.toString(), SQLDataType.CLOB);
        String among = isSqlite() ? AMONG_ON_SQLITE : AMONG_ON_POSTGRES;
        return condition(among, ACCOUNT, REGION, KIND, list);
    }

    /** Whether a row is of one of the kinds, for passing over rows quickly: looks into a byte for each kind. */
    Condition isMarked() {
        if (isOfSeveral()) {
            return isAmongThemOfOwners();
        }
        int last = kinds.stream().mapToInt(Kind::number).max().orElse(0);
        byte[] marks = new byte[last + 1];
        kinds.forEach(kind -> marks[kind.number()] = 1);
        Field<byte[]> bytes = val(marks, SQLDataType.BLOB);
        return isSqlite()
                ? condition("substr({0}, {1} + 1, 1) = x'01'", bytes, KIND)
                : condition("case when {1} < length({0}) then get_byte({0}, {1}) = 1 else false end", bytes, KIND);
    }

    private boolean isOfSeveral() {
        return owners.size() > 1;
    }

    private boolean isSqlite() {
        return dsl.family() == SQLDialect.SQLITE;
    }

    private static long findings(List<Kind> kinds) {
        return kinds.stream().mapToLong(Kind::findings).sum();
    }
}
