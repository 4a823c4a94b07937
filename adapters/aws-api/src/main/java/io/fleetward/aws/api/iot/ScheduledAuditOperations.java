// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.audit.AuditSchedules;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.DayOfMonth;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.schedule.Recurrence;
import io.fleetward.audit.schedule.RecurrenceRequest;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.audit.schedule.Weekdays;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CreateScheduledAuditRequest;
import io.fleetward.aws.model.iot.CreateScheduledAuditResponse;
import io.fleetward.aws.model.iot.DeleteScheduledAuditRequest;
import io.fleetward.aws.model.iot.DeleteScheduledAuditResponse;
import io.fleetward.aws.model.iot.DescribeScheduledAuditRequest;
import io.fleetward.aws.model.iot.DescribeScheduledAuditResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListScheduledAuditsRequest;
import io.fleetward.aws.model.iot.ListScheduledAuditsResponse;
import io.fleetward.aws.model.iot.ScheduledAuditMetadata;
import io.fleetward.aws.model.iot.UpdateScheduledAuditRequest;
import io.fleetward.aws.model.iot.UpdateScheduledAuditResponse;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Scheduled audits. Thread-safe. */
public final class ScheduledAuditOperations implements IotApi {
    private final AuditSchedules schedules;
    private final PageTokens tokens;

    public ScheduledAuditOperations(AuditSchedules schedules, PageTokens tokens) {
        this.schedules = schedules;
        this.tokens = tokens;
    }

    @Override
    public CreateScheduledAuditResponse createScheduledAudit(CreateScheduledAuditRequest request, CallContext context) {
        ScheduledAudit schedule = schedules.create(
                context.scope(),
                request.scheduledAuditName(),
                recurrence(request.frequency(), request.dayOfWeek(), request.dayOfMonth()),
                request.targetCheckNames(),
                RequestTags.of(request.tags()));
        return new CreateScheduledAuditResponse(schedule.arn().toString());
    }

    @Override
    public UpdateScheduledAuditResponse updateScheduledAudit(UpdateScheduledAuditRequest request, CallContext context) {
        ScheduledAudit schedule = schedules.update(
                context.scope(),
                request.scheduledAuditName(),
                recurrence(request.frequency(), request.dayOfWeek(), request.dayOfMonth()),
                request.targetCheckNames());
        return new UpdateScheduledAuditResponse(schedule.arn().toString());
    }

    @Override
    public DescribeScheduledAuditResponse describeScheduledAudit(
            DescribeScheduledAuditRequest request, CallContext context) {
        ScheduledAudit schedule = schedules.describe(context.scope(), request.scheduledAuditName());
        return DescribeScheduledAuditResponse.builder()
                .frequency(schedule.recurrence().frequency().name())
                .dayOfMonth(dayOfMonth(schedule.recurrence()))
                .dayOfWeek(dayOfWeek(schedule.recurrence()))
                .targetCheckNames(
                        schedule.checks().stream().map(CheckName::value).toList())
                .scheduledAuditName(schedule.name())
                .scheduledAuditArn(schedule.arn().toString())
                .build();
    }

    @Override
    public DeleteScheduledAuditResponse deleteScheduledAudit(DeleteScheduledAuditRequest request, CallContext context) {
        schedules.delete(context.scope(), request.scheduledAuditName());
        return new DeleteScheduledAuditResponse();
    }

    @Override
    public ListScheduledAuditsResponse listScheduledAudits(ListScheduledAuditsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListScheduledAudits", "");
        var page = schedules.list(
                context.scope(), paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListScheduledAuditsResponse.builder()
                .scheduledAudits(page.map(ScheduledAuditOperations::metadata).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static ScheduledAuditMetadata metadata(ScheduledAudit schedule) {
        return ScheduledAuditMetadata.builder()
                .scheduledAuditName(schedule.name())
                .scheduledAuditArn(schedule.arn().toString())
                .frequency(schedule.recurrence().frequency().name())
                .dayOfMonth(dayOfMonth(schedule.recurrence()))
                .dayOfWeek(dayOfWeek(schedule.recurrence()))
                .build();
    }

    private static RecurrenceRequest recurrence(
            @Nullable String frequency, @Nullable String dayOfWeek, @Nullable String dayOfMonth) {
        return new RecurrenceRequest(
                frequency == null ? null : Frequency.valueOf(frequency),
                dayOfWeek == null ? null : Weekdays.parse(dayOfWeek),
                dayOfMonth == null ? null : DayOfMonth.parse(dayOfMonth));
    }

    private static @Nullable String dayOfWeek(Recurrence recurrence) {
        return switch (recurrence) {
            case Recurrence.Weekly(DayOfWeek day) -> Weekdays.wireName(day);
            case Recurrence.Biweekly(DayOfWeek day) -> Weekdays.wireName(day);
            case Recurrence.Daily _, Recurrence.Monthly _ -> null;
        };
    }

    private static @Nullable String dayOfMonth(Recurrence recurrence) {
        return recurrence instanceof Recurrence.Monthly(DayOfMonth day) ? day.toString() : null;
    }
}
