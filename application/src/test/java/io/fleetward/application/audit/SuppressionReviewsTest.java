// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.SuppressionRegistry.Subject;
import io.fleetward.application.audit.SuppressionReviews.Reason;
import io.fleetward.application.audit.SuppressionReviews.Review;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.audit.view.FixedView;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuppressionReviewsTest {
    private static final Subject LOGGING = new Subject(
            "LOGGING_DISABLED_CHECK", Map.of("account", SCOPE.account().value()));

    private final AuditRig rig = new AuditRig();
    private final SuppressionReviews reviews = new SuppressionReviews(rig.store, rig.clock);

    @BeforeEach
    void configure() {
        rig.enableAll();
    }

    @Test
    void saysNothingAgainstASuppressionThatIsNeeded() {
        suppress(null);
        assertThat(reviews()).isEmpty();

        rig.audit();

        assertThat(reviews()).isEmpty();
    }

    @Test
    void namesASuppressionThatMatchesNothing() {
        suppress(null);
        rig.view = FixedView.EMPTY.withLoggingOn();
        var task = rig.audit();

        assertThat(reviews()).singleElement().satisfies(review -> {
            assertThat(review.reason()).isEqualTo(Reason.MATCHES_NOTHING);
            assertThat(review.auditedAt()).isEqualTo(task.startedAt());
            assertThat(review.suppression().check().value()).isEqualTo(LOGGING.check());
        });
        AccountRegion other = AccountRegion.of("444455556666", "eu-west-1");
        assertThat(reviews.list(other, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void countsWhatTheContinuousAuditFoundSince() {
        suppress(null);
        rig.view = FixedView.EMPTY.withLoggingOn();
        rig.audit();
        rig.view = FixedView.EMPTY;

        rig.change(RegistryChange.Kind.LOGGING, "");
        rig.runJobs();

        assertThat(reviews()).isEmpty();
    }

    @Test
    void namesASuppressionThatSoonExpires() {
        suppress(Duration.ofDays(8));
        assertThat(reviews()).isEmpty();

        rig.clock.advance(Duration.ofDays(2));

        assertThat(reviews()).extracting(Review::reason).containsExactly(Reason.EXPIRES_SOON);
        rig.clock.advance(Duration.ofDays(6));
        assertThat(reviews()).isEmpty();
    }

    private void suppress(@Nullable Duration term) {
        var until = term == null
                ? new SuppressionTerm(null, true)
                : new SuppressionTerm(rig.clock.instant().plus(term), null);
        rig.suppressions.create(SCOPE, LOGGING, until, null, "token");
        rig.runJobs();
    }

    private List<Review> reviews() {
        return reviews.list(SCOPE, PageRequest.first(10)).items();
    }
}
