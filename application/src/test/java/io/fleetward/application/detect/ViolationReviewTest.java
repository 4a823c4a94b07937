// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.detect.ViolationBuilder.HERE;
import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.hub.RecordedEvents;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ViolationReviewTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final PageRequest FIRST = PageRequest.first(25);

    private final Transactions transactions = new InMemoryTransactions();
    private final DetectStores stores = InMemoryDetectStores.create();
    private static final CallContext CALL = new CallContext(
            new Caller(HERE, "arn:aws:iam::" + HERE.account() + ":user/ana", "AKIAANA", Role.ANALYST, "192.0.2.1"),
            "request-7",
            START);

    private final RecordedEvents bus = new RecordedEvents();
    private final ViolationReview review = new ViolationReview(transactions, stores, new AlarmEvents(bus));

    private static void refuses(IotError code, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static ViolationFilter of(String profile) {
        return new ViolationFilter(null, profile, null, null, null);
    }

    @Test
    void refusesToListAlarmsOfAProfileThatDoesNotExist() {
        transactions.change(tx -> {
            stores.profiles().put(tx, aProfile(HERE, "known").build());
            stores.violations().raise(tx, aViolation("a").of("known").build());
        });

        assertThat(review.active(HERE, of("known"), FIRST).items()).hasSize(1);
        refuses(IotError.RESOURCE_NOT_FOUND, () -> review.active(HERE, of("unknown"), FIRST));
    }

    @Test
    void listsNoEventsOfAProfileThatDoesNotExist() {
        var query = new EventQuery(START, START, of("unknown"));

        assertThat(review.events(HERE, query, FIRST).items()).isEmpty();
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() {
        var query = new EventQuery(START, START.minusSeconds(1), ViolationFilter.ALL);

        refuses(IotError.INVALID_REQUEST, () -> review.events(HERE, query, FIRST));
    }

    @Test
    void keepsWhatPeopleFindOut() {
        transactions.change(tx -> stores.violations().raise(tx, aViolation("a").build()));
        var verification = new Verification(VerificationState.FALSE_POSITIVE, "a test");

        review.verify(CALL, "a", verification);

        assertThat(review.active(HERE, ViolationFilter.ALL, FIRST).items())
                .extracting(ViolationRecord::verification)
                .containsExactly(verification);
        refuses(IotError.INVALID_REQUEST, () -> review.verify(CALL, "b", verification));
        assertThat(bus.events()).singleElement().satisfies(left -> {
            assertThat(left.scope()).isEqualTo(HERE);
            assertThat(left.event().source()).isEqualTo("aws.iot");
            assertThat(left.event().detailType()).isEqualTo("AWS API Call via CloudTrail");
            assertThat(left.event().detail().at("/eventName").asString()).isEqualTo("PutVerificationStateOnViolation");
            assertThat(left.event().detail().path("userIdentity").toString())
                    .isEqualTo("{\"type\":\"IAMUser\",\"principalId\":\"ana\",\"arn\":\""
                            + CALL.caller().arn()
                            + "\",\"accountId\":\"" + HERE.account() + "\",\"accessKeyId\":\"AKIAANA\","
                            + "\"userName\":\"ana\"}");
            assertThat(left.event().detail().path("sourceIPAddress").asString()).isEqualTo("192.0.2.1");
            assertThat(left.event().detail().path("requestID").asString()).isEqualTo("request-7");
            assertThat(left.event().time()).isEqualTo(START);
            assertThat(left.event().detail().path("requestParameters").toString())
                    .isEqualTo("{\"violationId\":\"a\",\"verificationState\":\"FALSE_POSITIVE\","
                            + "\"verificationStateDescription\":\"a test\"}");
        });
    }
}
