// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.detect.backtest.BacktestAnswer;
import io.fleetward.application.detect.backtest.BacktestAnswer.BehaviorAnswer;
import io.fleetward.application.detect.backtest.BacktestQuestion;
import io.fleetward.application.detect.backtest.Backtests;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.BacktestSecurityProfileRequest;
import io.fleetward.aws.model.fleetward.BacktestSecurityProfileResponse;
import io.fleetward.aws.model.fleetward.BehaviorBacktest;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.PastAlarm;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraftJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What security profiles would have alarmed on. Thread-safe. */
public final class BacktestOperations implements FleetwardApi {
    private static final Duration REACH = Duration.ofDays(14);
    private static final double FALSE_ALARM_RATE = 0.001;
    private static final int SHOWN = 25;

    private final Backtests backtests;
    private final InstantSource clock;

    public BacktestOperations(Backtests backtests, InstantSource clock) {
        this.backtests = backtests;
        this.clock = clock;
    }

    @Override
    public BacktestSecurityProfileResponse backtestSecurityProfile(
            BacktestSecurityProfileRequest request, CallContext context) {
        Instant to = Objects.requireNonNullElseGet(request.endTime(), clock::instant);
        Instant from = Objects.requireNonNullElseGet(request.startTime(), () -> to.minus(REACH));
        BacktestAnswer answer = backtests.run(
                context.scope(),
                new BacktestQuestion(
                        behaviors(request.profileDocument()),
                        from,
                        to,
                        Objects.requireNonNullElse(request.falseAlarmRate(), FALSE_ALARM_RATE),
                        Objects.requireNonNullElse(request.maxResults(), SHOWN)));
        return BacktestSecurityProfileResponse.builder()
                .devicesCount((long) answer.devices())
                .valuesCount(answer.values())
                .complete(answer.isComplete())
                .behaviors(answer.behaviors().stream()
                        .map(BacktestOperations::shown)
                        .toList())
                .alarms(answer.alarms().stream().map(BacktestOperations::shown).toList())
                .build();
    }

    private static List<BehaviorDraft> behaviors(String document) {
        try {
            return BehaviorDraftJson.read(JsonMapper.shared().readTree(document));
        } catch (JacksonException malformed) {
            throw new ApiException(IotError.INVALID_REQUEST, "profileDocument must be JSON");
        } catch (IllegalArgumentException wrong) {
            throw new ApiException(IotError.INVALID_REQUEST, "profileDocument: " + wrong.getMessage());
        }
    }

    private static BehaviorBacktest shown(BehaviorAnswer answer) {
        return BehaviorBacktest.builder()
                .behaviorName(answer.name())
                .alarmsCount(answer.alarms())
                .devicesCount((long) answer.devices())
                .alarmsPerDay(answer.alarmsPerDay())
                .windowsCount(answer.windows())
                .proposedValue(answer.proposal() == null ? null : MetricValues.shown(answer.proposal()))
                .build();
    }

    private static PastAlarm shown(io.fleetward.detect.backtest.PastAlarm alarm) {
        return PastAlarm.builder()
                .thingName(alarm.device().name())
                .behaviorName(alarm.behavior())
                .startTime(alarm.at())
                .endTime(alarm.until())
                .value(MetricValues.shown(alarm.value()))
                .build();
    }
}
