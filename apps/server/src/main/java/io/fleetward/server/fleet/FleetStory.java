// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Tells a person what was seeded and what to try; every line begins with {@code demo}. */
final class FleetStory {
    /** Days back that an audit may be asked for with a whole day to spare; they are kept for 90. */
    private static final int AUDIT_DAYS = 88;

    private final PrintWriter out;
    private final InstantSource clock;
    private final FleetPlan plan;
    private final FleetFolder folder;

    FleetStory(PrintWriter out, InstantSource clock, FleetPlan plan, FleetFolder folder) {
        this.out = out;
        this.clock = clock;
        this.plan = plan;
        this.folder = folder;
    }

    void begins() {
        say("seeding " + plan.devices().size() + " devices through the API");
    }

    void progress(int done) {
        say(done + " of " + plan.devices().size() + " devices");
    }

    void failed(Exception failure) {
        say("the fleet could not be brought to life, the server runs on without it: " + failure);
        say("start with --demo again to go on where it stopped");
    }

    void alive(boolean isNew, Duration interval) {
        say((isNew ? "seeded: " : "the fleet of an earlier start: ")
                + plan.devices().size() + " devices in the groups " + groups() + ", each reports every "
                + interval.toSeconds() + " s");
        part(DevicePart.MAY_DO_EVERYTHING, "may do everything by the policy " + RegistrySeeder.WIDE_POLICY);
        part(
                DevicePart.HAS_AN_EXPIRING_CERTIFICATE,
                "has a certificate for " + RegistrySeeder.SHORT_LIFE.toDays() + " days");
        part(
                DevicePart.SHARES_A_CERTIFICATE,
                "uses the certificate of "
                        + plan.the(DevicePart.SHARES_A_CERTIFICATE).certificateOf());
        part(
                DevicePart.SENDS_OVERSIZED_MESSAGES,
                "sends oversized messages, against " + GuardSeeder.SMALL_MESSAGES + " of the security profile "
                        + GuardSeeder.PROFILE);
        part(
                DevicePart.GOES_SILENT,
                "loses its connection, against " + GuardSeeder.STAYS_CONNECTED + ", and goes silent");
        say("device keys and certificates are in " + folder.path());
        say("to try in a second shell, after the eval line above:");
        commands().forEach(command -> say("  " + command));
    }

    private List<String> commands() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String ever = " --start-time " + today.minusDays(AUDIT_DAYS) + " --end-time " + today.plusDays(1);
        return List.of(
                "aws iot list-audit-tasks" + ever,
                "aws iot list-audit-findings --query 'findings[].[severity,reasonForNonCompliance]' --output text"
                        + ever,
                "aws iot list-active-violations --query 'activeViolations[].[thingName,behavior.name]' --output text",
                "aws securityhub get-findings --query 'Findings[].[Severity.Label,Title]' --output text",
                "aws iot list-things-in-thing-group --thing-group-name " + DeviceKind.GATEWAY.group(),
                "aws iot get-policy --policy-name " + RegistrySeeder.WIDE_POLICY);
    }

    private void part(DevicePart part, String does) {
        say(String.format("  %-15s %s", plan.the(part).name(), does));
    }

    private static String groups() {
        return String.join(
                ", ",
                List.of(DeviceKind.values()).stream().map(DeviceKind::group).toList());
    }

    private void say(String text) {
        out.println("demo      " + text);
        out.flush();
    }
}
