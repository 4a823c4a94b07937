// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import io.fleetward.policy.match.Token.Letter;
import io.fleetward.policy.match.Token.Wildcard;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes patterns for an {@link Automaton}. */
public final class Tokens {
    private Tokens() {}

    /** Exactly this text. */
    public static List<Token> text(String text) {
        return text.codePoints().<Token>mapToObj(Letter::new).toList();
    }

    /** What a pattern without variables matches. */
    public static List<Token> wildcards(String pattern) {
        return pattern.codePoints().mapToObj(Tokens::wildcard).toList();
    }

    /**
     * What a pattern of a policy matches.
     *
     * @param variables what stands for a variable; null when it is undefined
     * @return null when a variable is undefined, so that the pattern matches nothing
     */
    public static @Nullable List<Token> of(
            Template template, Function<Template.Variable, @Nullable List<Token>> variables) {
        var tokens = new ArrayList<Token>();
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Template.Plain(String text) -> tokens.addAll(wildcards(text));
                case Template.Escaped(String text) -> tokens.addAll(text(text));
                case Template.Variable variable -> {
                    List<Token> value = variables.apply(variable);
                    if (value == null) {
                        return null;
                    }
                    tokens.addAll(value);
                }
            }
        }
        return tokens;
    }

    /** Any value of the variable with this number, between its boundaries; not the empty text. */
    public static List<Token> value(int variable) {
        return List.of(
                new Letter(Marks.opening(variable)),
                Wildcard.CHARACTER,
                Wildcard.VALUE,
                new Letter(Marks.closing(variable)));
    }

    /**
     * Topics that a filter with {@code +} selects, where a {@code +} stands for one level that is not empty and {@code
     * ~} for the name of a stranger.
     */
    public static List<Token> topics(String filter) {
        var tokens = new ArrayList<Token>();
        filter.codePoints().forEach(character -> {
            switch (character) {
                case '+' -> tokens.addAll(List.of(Wildcard.LEVEL_CHARACTER, Wildcard.LEVEL));
                case '~' -> tokens.add(new Letter(Marks.STRANGER));
                default -> tokens.add(new Letter(character));
            }
        });
        return tokens;
    }

    private static Token wildcard(int character) {
        return switch (character) {
            case '*' -> Wildcard.TEXT;
            case '?' -> Wildcard.CHARACTER;
            default -> new Letter(character);
        };
    }
}
