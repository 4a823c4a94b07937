// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.NameForm;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import io.fleetward.policy.match.Track;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.Template;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Finds {@code +} and {@code #} among denied topics, where they are plain characters that hardly any request contains
 * (audit, IoT policy potentially misconfigured).
 *
 * <p>Whose topics the resources name does not matter, nor whether anything is allowed.
 */
public final class MqttWildcards {
    private static final List<DeviceAction> ABOUT_TOPICS =
            List.of(DeviceAction.SUBSCRIBE, DeviceAction.PUBLISH, DeviceAction.RECEIVE);
    private static final List<List<Token>> TOPICS =
            List.of(Tokens.wildcards("arn:*:iot:*:*:topic/*"), Tokens.wildcards("arn:*:iot:*:*:topicfilter/*"));

    private MqttWildcards() {}

    /**
     * A denied resource that holds wildcards of MQTT outside variables.
     *
     * <p>Immutable.
     *
     * @param resource as written
     */
    public record Denied(Statement statement, String resource) {}

    /** The denied resources that hold such wildcards, in the order in which they stand. */
    public static List<Denied> denied(PolicyDocument policy) {
        var budget = new Budget(Effort.PER_PATTERN);
        return policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .filter(MqttWildcards::isAboutTopics)
                .flatMap(statement -> statement.resources().patterns().stream()
                        .filter(MqttWildcards::holdsWildcard)
                        .filter(pattern -> canNameTopics(pattern, budget))
                        .map(pattern -> new Denied(statement, pattern.text())))
                .toList();
    }

    private static boolean isAboutTopics(Statement statement) {
        return ABOUT_TOPICS.stream().anyMatch(statement.actions()::covers);
    }

    private static boolean holdsWildcard(WildcardPattern pattern) {
        return pattern.template().parts().stream()
                .anyMatch(part -> part instanceof Template.Plain(String text)
                        && (text.indexOf('+') >= 0 || text.indexOf('#') >= 0));
    }

    /** Whether it is not ruled out that the pattern matches the ARN of a topic or topic filter. */
    private static boolean canNameTopics(WildcardPattern pattern, Budget budget) {
        List<Token> tokens = Tokens.of(pattern.template(), _ -> List.of(Token.Wildcard.TEXT));
        var builder = new AutomatonBuilder();
        var own = new BitSet();
        own.set(builder.add(Objects.requireNonNull(tokens, "every variable has a value")));
        var topics = new BitSet();
        TOPICS.forEach(type -> topics.set(builder.add(type)));
        var both = new BitSet();
        both.or(own);
        both.or(topics);
        var search = new Search(
                builder.build(),
                new Names(NameForm.TEXT),
                List.of(new Search.Tape(both, Track.NAME, "")),
                List.of(own, topics));
        return search.run(
                        budget,
                        reading -> reading.matched().intersects(own)
                                && reading.matched().intersects(topics))
                != Search.End.COMPLETE;
    }
}
