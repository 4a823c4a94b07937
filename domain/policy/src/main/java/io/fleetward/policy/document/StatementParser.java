// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.condition.ConditionOperator;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one statement; what it means is only known with the document's version, which may follow the statements.
 *
 * <p>Confined to one thread.
 */
final class StatementParser {
    private record Listed(boolean isNegated, List<String> values) {}

    private record RawCondition(ConditionOperator operator, String key, List<String> values) {}

    private final JsonCursor json;
    private final Position start;
    private @Nullable String sid;
    private @Nullable Effect effect;
    private @Nullable Listed actions;
    private @Nullable Listed resources;
    private final List<RawCondition> conditions = new ArrayList<>();

    private StatementParser(JsonCursor json) {
        this.json = json;
        start = json.position();
    }

    /** Reads the statement the cursor stands on. */
    static StatementParser read(JsonCursor json) {
        var parser = new StatementParser(json);
        json.object("a statement", parser::member);
        parser.check();
        return parser;
    }

    /** The statement in that version of the language. */
    Statement build(LanguageVersion version) {
        if (effect == null || actions == null || resources == null) {
            throw new IllegalStateException("built before it was read");
        }
        Function<String, Template> template = switch (version) {
            case V2008 -> Template::plain;
            case V2012 -> Template::parse;
        };
        var resourceSet = new ResourceSet(
                resources.isNegated(),
                resources.values().stream()
                        .map(template)
                        .map(WildcardPattern::of)
                        .toList());
        var built = new ArrayList<Condition>();
        for (RawCondition raw : conditions) {
            List<Template> values = raw.values().stream().map(template).toList();
            built.add(new Condition(raw.operator(), ContextKey.parse(raw.key()), values));
        }
        return new Statement(
                start, sid, effect, new ActionSet(actions.isNegated(), actions.values()), resourceSet, built);
    }

    private void check() {
        require(effect != null, "Effect is missing");
        require(actions != null, "Action or NotAction is missing");
        require(resources != null, "Resource or NotResource is missing");
    }

    private void require(boolean isGiven, String otherwise) {
        if (!isGiven) {
            throw new MalformedPolicy(start, otherwise);
        }
    }

    private void member(String name) {
        Position position = json.position();
        json.advance();
        switch (name) {
            case "Sid" -> sid = json.string("Sid");
            case "Effect" -> effect = effect();
            case "Action", "NotAction" -> actions = listed(name, actions, position);
            case "Resource", "NotResource" -> resources = listed(name, resources, position);
            case "Condition" -> json.object("Condition", this::operator);
            case "Principal", "NotPrincipal" ->
                throw new MalformedPolicy(
                        position, name + " is not allowed: a policy applies to what it is attached to");
            default ->
                throw new MalformedPolicy(
                        position,
                        "unknown element '" + name + "'; a statement has Sid, Effect, Action or NotAction, "
                                + "Resource or NotResource, and Condition");
        }
    }

    private Effect effect() {
        String wanted = json.string("Effect");
        for (Effect candidate : Effect.values()) {
            if (candidate.wireName().equals(wanted)) {
                return candidate;
            }
        }
        throw json.malformed("Effect must be Allow or Deny");
    }

    private Listed listed(String name, @Nullable Listed twin, Position position) {
        boolean isNegated = name.startsWith("Not");
        if (twin != null) {
            String positive = isNegated ? name.substring("Not".length()) : name;
            throw new MalformedPolicy(position, positive + " and Not" + positive + " exclude each other");
        }
        List<String> values = json.oneOrMany(() -> json.string(name));
        if (values.isEmpty()) {
            throw new MalformedPolicy(position, name + " must not be empty");
        }
        return new Listed(isNegated, values);
    }

    private void operator(String name) {
        ConditionOperator operator = ConditionOperator.parse(name);
        if (operator == null) {
            throw json.malformed("unknown condition operator '" + name + "'");
        }
        json.advance();
        json.object(name, key -> {
            json.advance();
            List<String> values = json.oneOrMany(() -> json.scalar("a value of " + key));
            conditions.add(new RawCondition(operator, key, values));
        });
    }
}
