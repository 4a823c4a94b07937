// SPDX-License-Identifier: Apache-2.0
package io.fleetward.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Random policy documents as texts: small ones whose every request can be tried out, and large ones that are made to
 * hurt.
 *
 * <p>Confined to one thread; the same generator gives the same texts.
 *
 * @param random where chance comes from
 * @param arn what stands before the resource, up to and with the colon
 * @param pieces what names of resources are put together from
 */
public record PolicyTexts(RandomGenerator random, String arn, List<String> pieces) {
    private static final List<String> ACTIONS = List.of(
            "iot:Publish",
            "iot:Subscribe",
            "iot:Receive",
            "iot:Connect",
            "iot:UpdateJobExecution",
            "iot:*",
            "iot:?u*",
            "*");
    private static final List<String> TYPES = List.of(
            "topic/",
            "topic/",
            "topic/",
            "topicfilter/",
            "topicfilter/",
            "topicfilter/",
            "client/",
            "thing/",
            "*",
            "topic*/");
    private static final List<String> CONDITIONS = List.of(
            "\"StringEquals\":{\"iot:Connection.Thing.ThingTypeName\":\"p\"}",
            "\"StringNotEquals\":{\"iot:Connection.Thing.ThingTypeName\":[\"p\",\"q\"]}",
            "\"StringEqualsIfExists\":{\"iot:Connection.Thing.ThingTypeName\":\"q\"}",
            "\"Bool\":{\"iot:Connection.Thing.IsAttached\":\"true\"}",
            "\"Null\":{\"iot:Connection.Thing.ThingTypeName\":\"true\"}",
            "\"StringLike\":{\"iot:Connection.Thing.ThingTypeName\":[\"p*\",\"?\"]}");
    private static final String HOSTILE = "*?a*??b/+#*????";

    public PolicyTexts {
        pieces = List.copyOf(pieces);
    }

    /** A policy of up to that many statements. */
    public String policy(int mostStatements) {
        return document(some(mostStatements, this::statement));
    }

    /**
     * A policy with that many characters, nearly all of which are wildcards and letters that wildcards can be confused
     * about.
     */
    public String hostile(int characters) {
        var statements = new ArrayList<String>();
        String document = document(statements);
        while (true) {
            statements.add(hostileStatement(20 + random.nextInt(300)));
            String longer = document(statements);
            if (longer.replaceAll("\\s", "").length() > characters) {
                return document;
            }
            document = longer;
        }
    }

    private String statement() {
        boolean isAllow = random.nextInt(3) > 0;
        String condition = random.nextInt(4) > 0 ? "" : ",\"Condition\":{" + one(CONDITIONS) + "}";
        return "{\"Effect\":\"" + (isAllow ? "Allow" : "Deny") + "\",\"" + not(8) + "Action\":"
                + quoted(some(2, () -> one(ACTIONS))) + ",\"" + not(6) + "Resource\":" + quoted(some(2, this::resource))
                + condition + "}";
    }

    private String resource() {
        if (random.nextInt(10) == 0) {
            return "*";
        }
        var name = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            name.append(one(pieces));
        }
        return arn + one(TYPES) + name;
    }

    private String hostileStatement(int length) {
        var pattern = new StringBuilder(random.nextBoolean() ? arn + one(TYPES) : "*");
        for (int i = 0; i < length; i++) {
            pattern.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
        }
        return "{\"Effect\":\"" + (random.nextInt(3) > 0 ? "Allow" : "Deny") + "\",\"Action\":\"*\",\"" + not(5)
                + "Resource\":\"" + pattern + "\"}";
    }

    private String not(int oneIn) {
        return random.nextInt(oneIn) == 0 ? "Not" : "";
    }

    private List<String> some(int most, Supplier<String> kind) {
        var some = new ArrayList<String>();
        for (int count = 1 + random.nextInt(most); count > 0; count--) {
            some.add(kind.get());
        }
        return some;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String document(List<String> statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
