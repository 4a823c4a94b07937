// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.Severity;
import io.fleetward.testkit.GoldenFile;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CustomChecksPageTest {
    @Test
    void liesInTheReference() {
        GoldenFile.inDocs("reference/custom-checks.md").holds(page());
    }

    private static String page() {
        var page = new StringBuilder("""
            # Custom checks

            Generated from the facts and templates there are; `mvn test -pl domain/audit -Dfleetward.update=true` writes it anew.

            An account can write audit checks of its own. Such a check is enabled, scheduled, suppressed, reported and mitigated
            like the [built ones](audit-checks.md), and judged at once when its resource changes, unless it names a fact that
            devices change. It is created by `fleetward:CreateAuditCheck` ([how to call it](../how-to/use-our-own-service.md)) and
            enabled by `iot:UpdateAccountAuditConfiguration`.

            | Member | Content |
            |---|---|
            | `checkName` | `CUSTOM_` and 1 to 121 of `A-Z`, `0-9`, `_` |
            | `title` | 1 to %1$d characters |
            | `description`, `remediation` | up to %2$d characters |
            | `severity` | %3$s |
            | `resourceType` | %4$s; it cannot be changed |
            | `expression` | up to %5$d characters; holds for a resource that is **not** compliant |
            | `reasonCode`, `reason` | the code and the sentence of its findings |

            A finding names a thing by the client id that its device is to use (`CLIENT_ID`), which is the thing's name. Every
            finding shows the facts that the expression names.

            ## The language

            Expressions are written in the [Common Expression Language](https://cel.dev) with its standard functions and macros:
            `==`, `<`, `&&`, `||`, `!`, `in`, `? :`, `size`, `startsWith`, `endsWith`, `contains`, `matches` (RE2), `has`, `all`,
            `exists`, `exists_one`, `filter`, `map`, `duration('24h')`, `timestamp('2026-01-01T00:00:00Z')`. Names and types are
            checked when the check is created; an error says where it is and which names there are.

            Every evaluation ends: loops share a budget of 10,000 elements, an expression may have 8 plus signs. Where an expression
            cannot be evaluated for a resource, for example because a map lacks a key (ask `'owner' in thing.attributes` first),
            the check is `FAILED` with the resource and the reason as its message. `fleetward:TestAuditCheck` shows beforehand how
            many of the first 10,000 resources a check would flag.

            `now` is when the audit began. Facts that come from the **registry** cost one look-up for each resource; a list holds
            the first %6$d entries. Facts of **activity** are what devices do: connections of the last 31 days, metrics and alarms.
            Checks in files (`audit run --offline`) can name facts of the **resource** only.
            """.formatted(
                        CustomCheck.LONGEST_TITLE,
                        CustomCheck.LONGEST_TEXT,
                        names(Severity.values()),
                        names(SubjectType.values()),
                        CustomCheck.LONGEST_EXPRESSION,
                        Neighbours.MOST));
        for (SubjectType type : SubjectType.values()) {
            page.append("\n## Facts of `")
                    .append(type)
                    .append("`\n\n| Fact | Type | From | Content |\n|---|---|---|---|\n");
            type.facts().forEach(fact -> page.append(row(fact)));
        }
        page.append("""

                ## Templates

                Nobody has these checks until they are created, for example by `fleetward:CreateAuditCheck` with `templateName`.
                Not among them: the TLS version in use, which is not recorded, and checks of just-in-time registration, custom
                authorizers and domain configurations, which do not exist here.

                | Template | Finds | Severity | Resource type | Expression |
                |---|---|---|---|---|
                """);
        CheckTemplates.ALL.forEach(template -> page.append(row(template)));
        return page.toString();
    }

    private static String row(Fact<?> fact) {
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        fact.name(),
                        fact.type().wireName(),
                        fact.source().name().toLowerCase(Locale.ROOT),
                        fact.meaning());
    }

    private static String row(CustomCheck template) {
        return "| `%s` | %s | %s | `%s` | `%s` |\n"
                .formatted(
                        template.name(),
                        template.title(),
                        template.severity(),
                        template.subject(),
                        template.expression().replace("|", "\\|"));
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> "`" + value.name() + "`").collect(Collectors.joining(", "));
    }
}
