// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.audit.AuditSuppressions.SuppressionFilter;
import io.fleetward.application.audit.CustomChecks.Kept;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.CustomAuditCheck;
import io.fleetward.audit.check.CustomAuditCheck.Trial;
import io.fleetward.audit.check.CustomAuditCheck.TrialLimits;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.custom.CheckTemplates;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.CustomCheckPatch;
import io.fleetward.audit.custom.PredicateLanguage;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases on the checks that accounts write themselves. Thread-safe. */
public final class CustomCheckRegistry {
    /** Custom checks of one account in one region. */
    static final int LIMIT = 100;

    /** Resources that a trial judges, since its caller waits for it. */
    static final long TRIED = 10_000;

    private static final int BATCH = 500;
    private static final String KIND = "Audit check";

    private final AuditStore store;
    private final PredicateLanguage language;
    private final RegistryViews views;
    private final AuditSettings settings;
    private final HubReporting hub;
    private final InstantSource clock;

    public CustomCheckRegistry(
            AuditStore store,
            PredicateLanguage language,
            RegistryViews views,
            AuditSettings settings,
            HubReporting hub,
            InstantSource clock) {
        this.store = store;
        this.language = language;
        this.views = views;
        this.settings = settings;
        this.hub = hub;
        this.clock = clock;
    }

    /** A check as it stands, and whether the account's audits run it. Immutable. */
    public record Shown(Kept kept, boolean isEnabled) {}

    /**
     * What is asked for.
     *
     * @param template the name of the template that says whatever the patch does not; null for none
     * @param isEnabled whether audits are to run it; null leaves that as it is
     */
    public record Wish(
            @Nullable String template,
            CustomCheckPatch patch,
            @Nullable Boolean isEnabled) {}

    /** Creates the check; the same again changes nothing. */
    public void create(AccountRegion scope, String name, Wish wish) {
        CustomCheck wanted = made(name, wish);
        store.transactions().change(tx -> {
            Kept present = store.customChecks().find(tx, scope, wanted.name());
            if (present != null && !present.check().equals(wanted)) {
                throw new ApiException(IotError.RESOURCE_ALREADY_EXISTS, KIND + " " + name + " already exists");
            }
            if (present == null) {
                if (store.customChecks().of(tx, scope).size() >= LIMIT) {
                    throw new ApiException(
                            IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " checks of its own");
                }
                Instant now = clock.instant();
                store.customChecks().put(tx, scope, new Kept(wanted, now, now));
            }
            enable(tx, scope, name, wish.isEnabled());
        });
    }

    /** Changes what is given of the check. */
    public void update(AccountRegion scope, String name, Wish wish) {
        store.transactions().change(tx -> {
            Kept present = require(tx, scope, name);
            CustomCheck next = understood(wish.patch().applyTo(present.check().name(), present.check()));
            store.customChecks().put(tx, scope, new Kept(next, present.createdAt(), clock.instant()));
            enable(tx, scope, name, wish.isEnabled());
        });
    }

    /** The check of this name. */
    public Shown describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> shown(require(tx, scope, name), configuration(tx, scope)));
    }

    /** The account's checks by name; the sort key is the name. */
    public Page<Shown> list(AccountRegion scope, PageRequest page) {
        return store.transactions().read(tx -> {
            String after = Objects.requireNonNullElse(page.after(), "");
            List<Kept> rest = store.customChecks().of(tx, scope).stream()
                    .filter(kept -> kept.check().name().value().compareTo(after) > 0)
                    .toList();
            AuditConfiguration configuration = configuration(tx, scope);
            return Page.cut(rest, page.limit(), kept -> kept.check().name().value())
                    .map(kept -> shown(kept, configuration));
        });
    }

    /**
     * Deletes the check, which no schedule may list, with its suppressions, and withdraws its findings from the hub;
     * the audits that ran it stay as they are. Nothing happens when there is none.
     */
    public void delete(AccountRegion scope, String name) {
        CheckName check = name(name);
        boolean isKnown = store.transactions().read(tx -> store.customChecks().find(tx, scope, check) != null);
        if (!isKnown) {
            return;
        }
        store.transactions().change(tx -> enable(tx, scope, name, disabled(tx, scope)));
        while (store.transactions().write(tx -> withdraw(tx, scope, check)) == BATCH) {
            // The next ones in a transaction of their own, so that nobody waits for all of them.
        }
        store.transactions().change(tx -> remove(tx, scope, check));
    }

    /** Judges the account's resources by the check of this name without any consequence. */
    public Trial test(AccountRegion scope, String name, int shown) {
        CustomCheck check =
                store.transactions().read(tx -> require(tx, scope, name)).check();
        return test(scope, check, shown);
    }

    /** As the other, by a check that need not exist. */
    public Trial test(AccountRegion scope, String name, Wish wish, int shown) {
        return test(scope, made(name, wish), shown);
    }

    private Trial test(AccountRegion scope, CustomCheck check, int shown) {
        return new CustomAuditCheck(check, language.compile(check.subject(), check.expression()))
                .rehearse(views.openAfter(scope, null), clock.instant(), new TrialLimits(TRIED, shown));
    }

    private CustomCheck made(String name, Wish wish) {
        String templateName = wish.template();
        CustomCheck template = templateName == null ? null : CheckTemplates.find(templateName);
        if (templateName != null && template == null) {
            throw invalid("templateName: there is no template " + templateName + ", only "
                    + CheckTemplates.ALL.stream().map(CustomCheck::name).toList());
        }
        return understood(wish.patch().applyTo(name(name), template));
    }

    private CustomCheck understood(CustomCheckPatch.Outcome outcome) {
        return switch (outcome) {
            case CustomCheckPatch.Outcome.Refused(List<Problem> problems) -> throw refused("", problems);
            case CustomCheckPatch.Outcome.Changed(CustomCheck check) ->
                switch (language.compile(check.subject(), check.expression())) {
                    case PredicateLanguage.Outcome.Compiled _ -> check;
                    case PredicateLanguage.Outcome.Refused(List<Problem> problems) ->
                        throw refused("expression: ", problems);
                };
        };
    }

    private void enable(Tx tx, AccountRegion scope, String name, @Nullable Boolean isEnabled) {
        if (isEnabled != null) {
            settings.update(
                    tx,
                    scope,
                    new ConfigurationPatch(null, Map.of(), Map.of(name, new CheckPatch(isEnabled, Map.of()))));
        }
    }

    /** What disables a check; null where nothing is enabled because nothing is configured. */
    private @Nullable Boolean disabled(Tx tx, AccountRegion scope) {
        return configuration(tx, scope) == null ? null : Boolean.FALSE;
    }

    private int withdraw(Tx tx, AccountRegion scope, CheckName check) {
        return hub.isHeard(tx, scope) ? hub.withdraw(tx, scope, check, clock.instant(), BATCH) : 0;
    }

    private void remove(Tx tx, AccountRegion scope, CheckName check) {
        AuditConfiguration configuration = configuration(tx, scope);
        if (configuration != null) {
            var checks = new HashMap<>(configuration.checks());
            checks.remove(check);
            store.configurations()
                    .put(tx, scope, new AuditConfiguration(configuration.roleArn(), configuration.target(), checks));
        }
        var all = new SuppressionFilter(Instant.EPOCH, check, Map.of(), true);
        store.suppressions()
                .list(tx, scope, all, PageRequest.first(SuppressionRegistry.LIMIT))
                .items()
                .forEach(suppression -> store.suppressions().remove(tx, scope, check, suppression.resource()));
        store.customChecks().remove(tx, scope, check);
    }

    private @Nullable AuditConfiguration configuration(Tx tx, AccountRegion scope) {
        return store.configurations().find(tx, scope);
    }

    private static Shown shown(Kept kept, @Nullable AuditConfiguration configuration) {
        return new Shown(
                kept,
                configuration != null && configuration.enables(kept.check().name()));
    }

    private Kept require(Tx tx, AccountRegion scope, String name) {
        Kept kept = store.customChecks().find(tx, scope, name(name));
        if (kept == null) {
            throw notFound(KIND, name);
        }
        return kept;
    }

    private static CheckName name(String text) {
        if (text.isEmpty()) {
            throw invalid("checkName: must not be empty");
        }
        return new CheckName(text);
    }

    private static ApiException refused(String where, List<Problem> problems) {
        return invalid(problems.stream().map(Problem::toString).collect(Collectors.joining("; ", where, "")));
    }
}
