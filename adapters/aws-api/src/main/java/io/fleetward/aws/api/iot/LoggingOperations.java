// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.account.LoggingUpdate;
import io.fleetward.aws.model.iot.GetLoggingOptionsRequest;
import io.fleetward.aws.model.iot.GetLoggingOptionsResponse;
import io.fleetward.aws.model.iot.GetV2LoggingOptionsRequest;
import io.fleetward.aws.model.iot.GetV2LoggingOptionsResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.LogEventConfiguration;
import io.fleetward.aws.model.iot.SetLoggingOptionsRequest;
import io.fleetward.aws.model.iot.SetLoggingOptionsResponse;
import io.fleetward.aws.model.iot.SetV2LoggingOptionsRequest;
import io.fleetward.aws.model.iot.SetV2LoggingOptionsResponse;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.account.LoggingOptions.EventLogging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on logging options, both versions of them (iot-core, logging). Thread-safe. */
public final class LoggingOperations implements IotApi {
    private final AccountLogging logging;

    public LoggingOperations(AccountLogging logging) {
        this.logging = logging;
    }

    @Override
    public SetV2LoggingOptionsResponse setV2LoggingOptions(SetV2LoggingOptionsRequest request, CallContext context) {
        logging.update(
                context.scope(),
                new LoggingUpdate(
                        request.roleArn(),
                        level(request.defaultLogLevel()),
                        request.disableAllLogs(),
                        events(request.eventConfigurations())));
        return new SetV2LoggingOptionsResponse();
    }

    @Override
    public GetV2LoggingOptionsResponse getV2LoggingOptions(GetV2LoggingOptionsRequest request, CallContext context) {
        LoggingOptions options = logging.describe(context.scope());
        return GetV2LoggingOptionsResponse.builder()
                .roleArn(options.roleArn())
                .defaultLogLevel(name(options.defaultLevel()))
                .disableAllLogs(options.disableAllLogs())
                .eventConfigurations(
                        options.events().isEmpty()
                                ? null
                                : options.events().stream()
                                        .map(LoggingOperations::shown)
                                        .toList())
                .build();
    }

    @Override
    public SetLoggingOptionsResponse setLoggingOptions(SetLoggingOptionsRequest request, CallContext context) {
        var payload = request.loggingOptionsPayload();
        logging.update(context.scope(), new LoggingUpdate(payload.roleArn(), level(payload.logLevel()), null, null));
        return new SetLoggingOptionsResponse();
    }

    @Override
    public GetLoggingOptionsResponse getLoggingOptions(GetLoggingOptionsRequest request, CallContext context) {
        LoggingOptions options = logging.current(context.scope());
        return new GetLoggingOptionsResponse(options.roleArn(), name(options.defaultLevel()));
    }

    private static LogEventConfiguration shown(EventLogging event) {
        return new LogEventConfiguration(event.eventType(), name(event.level()), event.destination());
    }

    private static @Nullable List<EventLogging> events(@Nullable List<LogEventConfiguration> given) {
        return given == null
                ? null
                : given.stream()
                        .map(event ->
                                new EventLogging(event.eventType(), level(event.logLevel()), event.logDestination()))
                        .toList();
    }

    private static @Nullable LogLevel level(@Nullable String name) {
        return name == null ? null : LogLevel.valueOf(name);
    }

    private static @Nullable String name(@Nullable LogLevel level) {
        return level == null ? null : level.name();
    }
}
