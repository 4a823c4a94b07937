// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.rule.EventPath;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.events.rule.InputTemplate;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetInput;
import io.fleetward.aws.model.events.InputTransformer;
import io.fleetward.aws.model.events.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Targets in the form of the model (hub, targets, transform, reliability).
 *
 * <p>Deviation: {@code DeadLetterConfig} and the parameters of kinds of targets that there are not are refused.
 */
final class TargetForms {
    private TargetForms() {}

    static RuleTarget read(Target target) {
        refuse("DeadLetterConfig", target.deadLetterConfig());
        refuse("KinesisParameters", target.kinesisParameters());
        refuse("RunCommandParameters", target.runCommandParameters());
        refuse("EcsParameters", target.ecsParameters());
        refuse("BatchParameters", target.batchParameters());
        refuse("SqsParameters", target.sqsParameters());
        refuse("RedshiftDataParameters", target.redshiftDataParameters());
        refuse("SageMakerPipelineParameters", target.sageMakerPipelineParameters());
        return new RuleTarget(target.id(), target.arn(), target.roleArn(), input(target), retry(target), http(target));
    }

    private static void refuse(String member, @Nullable Object given) {
        if (given != null) {
            throw EventRefusals.invalid("Parameter " + member + " is not supported by Fleetward.");
        }
    }

    private static TargetInput input(Target target) {
        var given = new ArrayList<TargetInput>();
        if (target.input() != null) {
            given.add(new TargetInput.Constant(target.input()));
        }
        if (target.inputPath() != null) {
            given.add(new TargetInput.Part(path("InputPath", target.inputPath())));
        }
        if (target.inputTransformer() != null) {
            given.add(new TargetInput.Transformed(template(target.inputTransformer())));
        }
        if (given.size() > 1) {
            throw EventRefusals.invalid("Only one of Input, InputPath, or InputTransformer must be provided for target "
                    + target.id() + ".");
        }
        return given.isEmpty() ? new TargetInput.WholeEvent() : given.getFirst();
    }

    private static InputTemplate template(InputTransformer transformer) {
        var paths = new LinkedHashMap<String, EventPath>();
        if (transformer.inputPathsMap() != null) {
            transformer.inputPathsMap().forEach((name, path) -> paths.put(name, path("InputPathsMap", path)));
        }
        return new InputTemplate(paths, transformer.inputTemplate());
    }

    private static EventPath path(String member, String text) {
        EventPath path = EventPath.parse(text);
        if (path == null) {
            throw EventRefusals.invalidParameter(member, "Provided path is not in correct format: " + text);
        }
        return path;
    }

    private static RetryPolicy retry(Target target) {
        var policy = target.retryPolicy();
        if (policy == null) {
            return RetryPolicy.STANDARD;
        }
        Integer retries = policy.maximumRetryAttempts();
        Integer seconds = policy.maximumEventAgeInSeconds();
        return new RetryPolicy(
                retries == null ? RetryPolicy.STANDARD.retries() : retries,
                seconds == null ? RetryPolicy.STANDARD.mostAge() : Duration.ofSeconds(seconds));
    }

    private static HttpParameters http(Target target) {
        var given = target.httpParameters();
        return given == null
                ? HttpParameters.NONE
                : new HttpParameters(
                        Objects.requireNonNullElse(given.pathParameterValues(), List.of()),
                        Objects.requireNonNullElse(given.headerParameters(), Map.of()),
                        Objects.requireNonNullElse(given.queryStringParameters(), Map.of()));
    }

    static Target write(RuleTarget target) {
        Target.Builder form = Target.builder().id(target.id()).arn(target.arn()).roleArn(target.roleArn());
        switch (target.input()) {
            case TargetInput.WholeEvent() -> {}
            case TargetInput.Constant(String json) -> form.input(json);
            case TargetInput.Part(EventPath path) -> form.inputPath(path.text());
            case TargetInput.Transformed(InputTemplate template) -> form.inputTransformer(transformer(template));
        }
        if (!target.retry().equals(RetryPolicy.STANDARD)) {
            form.retryPolicy(io.fleetward.aws.model.events.RetryPolicy.builder()
                    .maximumRetryAttempts(target.retry().retries())
                    .maximumEventAgeInSeconds((int) target.retry().mostAge().toSeconds())
                    .build());
        }
        if (!target.http().equals(HttpParameters.NONE)) {
            form.httpParameters(io.fleetward.aws.model.events.HttpParameters.builder()
                    .pathParameterValues(target.http().path())
                    .headerParameters(target.http().headers())
                    .queryStringParameters(target.http().query())
                    .build());
        }
        return form.build();
    }

    private static InputTransformer transformer(InputTemplate template) {
        var paths = new LinkedHashMap<String, String>();
        template.paths().forEach((name, path) -> paths.put(name, path.text()));
        return InputTransformer.builder()
                .inputPathsMap(paths.isEmpty() ? null : paths)
                .inputTemplate(template.text())
                .build();
    }
}
