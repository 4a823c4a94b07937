// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import io.fleetward.registry.query.ValueTest.Bound;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one query by recursive descent; NOT binds tighter than AND, which binds tighter than OR. Not thread-safe. */
final class QueryParser {
    /** Parentheses within parentheses. */
    private static final int DEEPEST = 16;

    private final QueryText text;
    private int terms;
    private int depth;

    QueryParser(String text) {
        this.text = new QueryText(text);
    }

    /** The whole text as one clause. */
    Clause query() {
        Clause query = either(new QueryField.Any());
        if (!text.isAtEnd()) {
            throw text.unexpected();
        }
        return query;
    }

    private Clause either(QueryField field) {
        var parts = new ArrayList<Clause>();
        do {
            parts.add(all(field));
        } while (text.takeWord("OR"));
        return parts.size() == 1 ? parts.getFirst() : new Clause.Or(parts);
    }

    private Clause all(QueryField field) {
        var parts = new ArrayList<Clause>();
        do {
            parts.add(negatable(field));
        } while (text.takeWord("AND") || !endsConjunction());
        return parts.size() == 1 ? parts.getFirst() : new Clause.And(parts);
    }

    private boolean endsConjunction() {
        return text.isAtEnd() || text.isAt(')') || text.isAtWord("OR");
    }

    private Clause negatable(QueryField field) {
        boolean isNegated = false;
        while (text.takeWord("NOT") || text.take('-')) {
            isNegated = !isNegated;
        }
        Clause clause = text.take('(') ? group(field) : term(field);
        return isNegated ? new Clause.Not(clause) : clause;
    }

    private Clause group(QueryField field) {
        if (++depth > DEEPEST) {
            throw new InvalidQueryException("A query may nest parentheses at most " + DEEPEST + " deep");
        }
        Clause clause = either(field);
        if (!text.take(')')) {
            throw text.unexpected();
        }
        depth--;
        return clause;
    }

    private Clause term(QueryField field) {
        if (text.isAt('"') || text.isAt('[') || text.isAt('{')) {
            return counted(new Clause.Term(field, quotedOrRange()));
        }
        if (text.isAtWord("AND") || text.isAtWord("OR") || text.isAt('+') || text.isAt('/')) {
            throw text.unexpected();
        }
        String word = text.word();
        if (text.take(':')) {
            QueryField named = named(field, word);
            return text.take('(') ? group(named) : counted(new Clause.Term(named, value()));
        }
        ValueTest comparison = comparison();
        return comparison == null
                ? counted(new Clause.Term(field, tested(word)))
                : counted(new Clause.Term(named(field, word), comparison));
    }

    private static QueryField named(QueryField outer, String name) {
        if (!(outer instanceof QueryField.Any)) {
            throw new InvalidQueryException(
                    "The parentheses after a field hold values alone, not the field " + Glob.written(name));
        }
        return QueryField.named(Glob.written(name));
    }

    private Clause counted(Clause term) {
        if (++terms > ThingQuery.MOST_TERMS) {
            throw new InvalidQueryException("A query has at most " + ThingQuery.MOST_TERMS + " terms");
        }
        return term;
    }

    private ValueTest value() {
        return text.isAt('"') || text.isAt('[') || text.isAt('{') ? quotedOrRange() : tested(text.word());
    }

    private ValueTest quotedOrRange() {
        return text.take('"') ? new ValueTest.Is(text.phrase()) : range();
    }

    private static ValueTest tested(String word) {
        if (word.equals(String.valueOf(Glob.MANY))) {
            return new ValueTest.Exists();
        }
        if (word.charAt(0) == Glob.MANY || word.charAt(0) == Glob.ONE) {
            throw new InvalidQueryException("A word must not begin with a wildcard");
        }
        boolean hasWildcard = word.indexOf(Glob.MANY) >= 0 || word.indexOf(Glob.ONE) >= 0;
        return hasWildcard ? new ValueTest.Like(new Glob(Glob.folded(word))) : new ValueTest.Is(word);
    }

    private @Nullable ValueTest comparison() {
        boolean isLess = text.take('<');
        boolean isMore = !isLess && text.take('>');
        boolean isEqual = text.take('=');
        if (!isLess && !isMore && !isEqual) {
            return null;
        }
        var bound = new Bound<>(number(text.word()), isEqual);
        return new ValueTest.Between(isLess ? null : bound, isMore ? null : bound);
    }

    private ValueTest range() {
        boolean fromInclusive = text.take('[');
        if (!fromInclusive && !text.take('{')) {
            throw text.unexpected();
        }
        End low = end();
        if (!text.takeWord("TO")) {
            throw text.unexpected();
        }
        End high = end();
        boolean toInclusive = text.take(']');
        if (!toInclusive && !text.take('}')) {
            throw text.unexpected();
        }
        if (low.isOpen() && high.isOpen()) {
            throw new InvalidQueryException("A range needs a bound on one side at least");
        }
        boolean isOfTexts = low.isQuoted() || high.isQuoted();
        return isOfTexts
                ? new ValueTest.Within(
                        bound(low, fromInclusive, QueryParser::quoted), bound(high, toInclusive, QueryParser::quoted))
                : new ValueTest.Between(
                        bound(low, fromInclusive, end -> number(end.text())),
                        bound(high, toInclusive, end -> number(end.text())));
    }

    private End end() {
        return text.take('"') ? new End(text.phrase(), true) : new End(text.word(), false);
    }

    private static <T extends Comparable<T>> @Nullable Bound<T> bound(
            End end, boolean isInclusive, Function<End, T> value) {
        return end.isOpen() ? null : new Bound<>(value.apply(end), isInclusive);
    }

    private static String quoted(End end) {
        if (!end.isQuoted()) {
            throw new InvalidQueryException("Both bounds of a range are numbers, or both are quoted texts");
        }
        return Glob.folded(end.text());
    }

    private static Double number(String word) {
        Double number = JsonNumbers.of(word);
        if (number == null) {
            throw new InvalidQueryException("Not a number: " + Glob.written(word));
        }
        return number;
    }

    /** One end of a range as it was written. */
    private record End(String text, boolean isQuoted) {
        boolean isOpen() {
            return !isQuoted && text.equals(String.valueOf(Glob.MANY));
        }
    }
}
