// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.ViolationRecord;
import io.fleetward.application.detect.ViolationReview;
import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.ActiveViolation;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListActiveViolationsRequest;
import io.fleetward.aws.model.iot.ListActiveViolationsResponse;
import io.fleetward.aws.model.iot.ListViolationEventsRequest;
import io.fleetward.aws.model.iot.ListViolationEventsResponse;
import io.fleetward.aws.model.iot.PutVerificationStateOnViolationRequest;
import io.fleetward.aws.model.iot.PutVerificationStateOnViolationResponse;
import io.fleetward.aws.model.iot.ViolationEvent;
import io.fleetward.aws.model.iot.ViolationEventAdditionalInfo;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.CriteriaType;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.kernel.Page;
import org.jspecify.annotations.Nullable;

/** Operations on violations, their events and their verification (detect, API operations). Thread-safe. */
public final class ViolationOperations implements IotApi {
    private final ViolationReview review;
    private final PageTokens tokens;

    public ViolationOperations(ViolationReview review, PageTokens tokens) {
        this.review = review;
        this.tokens = tokens;
    }

    @Override
    public ListActiveViolationsResponse listActiveViolations(ListActiveViolationsRequest request, CallContext context) {
        var filter = new ViolationFilter(
                request.thingName(),
                request.securityProfileName(),
                criteriaType(request.behaviorCriteriaType()),
                request.listSuppressedAlerts(),
                verification(request.verificationState()));
        Paging paging = tokens.bind(context, "ListActiveViolations", filter);
        Page<ViolationRecord> page = review.active(
                context.scope(), filter, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListActiveViolationsResponse(
                page.map(ViolationOperations::active).items(), paging.token(page));
    }

    @Override
    public ListViolationEventsResponse listViolationEvents(ListViolationEventsRequest request, CallContext context) {
        var filter = new ViolationFilter(
                request.thingName(),
                request.securityProfileName(),
                criteriaType(request.behaviorCriteriaType()),
                request.listSuppressedAlerts(),
                verification(request.verificationState()));
        var query = new EventQuery(request.startTime(), request.endTime(), filter);
        Paging paging = tokens.bind(context, "ListViolationEvents", query);
        Page<ViolationEventRecord> page = review.events(
                context.scope(), query, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return new ListViolationEventsResponse(
                page.map(ViolationOperations::event).items(), paging.token(page));
    }

    @Override
    public PutVerificationStateOnViolationResponse putVerificationStateOnViolation(
            PutVerificationStateOnViolationRequest request, CallContext context) {
        var verification = new Verification(
                VerificationState.valueOf(request.verificationState()), request.verificationStateDescription());
        review.verify(context, request.violationId(), verification);
        return new PutVerificationStateOnViolationResponse();
    }

    private static @Nullable CriteriaType criteriaType(@Nullable String name) {
        return name == null ? null : CriteriaType.valueOf(name);
    }

    private static @Nullable VerificationState verification(@Nullable String name) {
        return name == null ? null : VerificationState.valueOf(name);
    }

    private static ActiveViolation active(ViolationRecord record) {
        Violation violation = record.violation();
        return ActiveViolation.builder()
                .violationId(violation.id())
                .thingName(violation.key().device().name())
                .securityProfileName(violation.key().profile())
                .behavior(BehaviorRecords.shown(violation.behavior()))
                .lastViolationValue(MetricValueRecords.shown(violation.lastValue()))
                .violationEventAdditionalInfo(additionalInfo(violation.behavior()))
                .verificationState(record.verification().state().name())
                .verificationStateDescription(record.verification().description())
                .lastViolationTime(violation.lastAt())
                .violationStartTime(violation.startedAt())
                .build();
    }

    private static @Nullable ViolationEventAdditionalInfo additionalInfo(Behavior behavior) {
        return behavior.criteria() instanceof LearnedCriteria learned
                ? new ViolationEventAdditionalInfo(learned.confidence().name())
                : null;
    }

    private static ViolationEvent event(ViolationEventRecord record) {
        return ViolationEvent.builder()
                .violationId(record.violationId())
                .thingName(record.key().device().name())
                .securityProfileName(record.key().profile())
                .behavior(BehaviorRecords.shown(record.behavior()))
                .metricValue(MetricValueRecords.shown(record.value()))
                .violationEventAdditionalInfo(additionalInfo(record.behavior()))
                .violationEventType(record.type().wireName())
                .verificationState(record.verification().state().name())
                .verificationStateDescription(record.verification().description())
                .violationEventTime(record.at())
                .build();
    }
}
