// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.client.ServiceCalls;
import io.fleetward.server.client.ServiceCalls.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code fleetward detect backtest}: what a security profile would have alarmed on. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description =
                "Judges the behaviors of a security profile by the values that a running server kept, and proposes"
                        + " bounds. Nothing is changed.",
        footer = {
            "",
            "The file is what `aws iot create-security-profile --cli-input-json` takes; see the folder profiles.",
            "Exit codes: 0 no alarm, 1 alarms, 2 usage, 69 no server is running, 78 bad configuration."
        })
final class DetectBacktestCommand implements Callable<Integer> {
    private static final int ALARMS = 1;
    private static final int LONGEST_DAYS = 3650;

    /** How the answer is printed. */
    enum Format {
        TABLE,
        JSON
    }

    @Option(names = "--profile", paramLabel = "FILE", required = true, description = "the security profile")
    private Path profile = Path.of("profile.json");

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "how many days to look back (default: ${DEFAULT-VALUE})",
            defaultValue = "14")
    private int days;

    @Option(
            names = "--false-alarm-rate",
            paramLabel = "SHARE",
            description = "the share of windows, 0 to 0.5, that may break a proposed bound (default: ${DEFAULT-VALUE})",
            defaultValue = "0.001")
    private double falseAlarmRate;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "TABLE")
    private Format output = Format.TABLE;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (days < 1 || days > LONGEST_DAYS) {
            throw new CommandFailed(ExitCode.USAGE, "--days must be between 1 and " + LONGEST_DAYS);
        }
        ObjectNode question = JsonMapper.shared()
                .createObjectNode()
                .put("profileDocument", document())
                .put("startTime", Instant.now().minus(Duration.ofDays(days)).getEpochSecond())
                .put("falseAlarmRate", falseAlarmRate);
        Reply reply = ask(question);
        if (!reply.isSuccess()) {
            throw new CommandFailed(ExitCode.USAGE, reply.message());
        }
        print(reply.body());
        return alarms(reply.body()) > 0 ? ALARMS : ExitCode.OK;
    }

    private String document() {
        try {
            return Files.readString(profile);
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.CONFIGURATION, "--profile " + profile + ": cannot be read");
        }
    }

    private Reply ask(ObjectNode question) throws IOException, InterruptedException {
        try (ServiceCalls calls = server.calls("fleetward")) {
            return calls.call("POST", "/security-profiles/backtest", question);
        }
    }

    private static long alarms(JsonNode answer) {
        return answer.path("behaviors")
                .valueStream()
                .mapToLong(behavior -> behavior.path("alarmsCount").longValue())
                .sum();
    }

    private void print(JsonNode answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (output == Format.JSON) {
            out.println(answer.toPrettyString());
        } else {
            printTable(out, answer);
        }
        out.flush();
    }

    private void printTable(PrintWriter out, JsonNode answer) {
        out.println("%d devices judged by %d values of the last %d days%s"
                .formatted(
                        answer.path("devicesCount").longValue(),
                        answer.path("valuesCount").longValue(),
                        days,
                        answer.path("complete").booleanValue() ? "" : "; there are more that were not read"));
        String row = "%-32s %8s %8s %10s  %s";
        out.println(row.formatted("BEHAVIOR", "ALARMS", "DEVICES", "PER DAY", "PROPOSED VALUE"));
        for (JsonNode behavior : answer.path("behaviors")) {
            JsonNode proposed = behavior.path("proposedValue");
            out.println(row.formatted(
                    behavior.path("behaviorName").stringValue(),
                    behavior.path("alarmsCount").longValue(),
                    behavior.path("devicesCount").longValue(),
                    "%.2f".formatted(behavior.path("alarmsPerDay").doubleValue()),
                    proposed.isMissingNode() ? "-" : proposed));
        }
    }
}
