// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.sender.EventSubjects.Fault;
import io.fleetward.application.mitigation.Mitigations;
import io.fleetward.audit.CheckName;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.ViolationTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has a mitigation action carried out on what an event tells of, as a task like any other (audit, mitigation actions).
 *
 * <p>Thread-safe. The task is named after the event and the target: however often the event comes, and though it be
 * replayed, there is one. What the target gets of the event otherwise does not count.
 */
public final class MitigationSender {
    private final Supplier<Mitigations> mitigations;

    /** @param mitigations asked for when first needed */
    public MitigationSender(Supplier<Mitigations> mitigations) {
        this.mitigations = mitigations;
    }

    SendOutcome send(Letter letter, String action) {
        AccountRegion scope = letter.event().rule().scope();
        EventSubjects subjects = EventSubjects.of(letter.event().document(), scope);
        if (subjects.isEmpty()) {
            return new SendOutcome.Refused(
                    "NO_SUBJECT",
                    "the event tells of no violation in alarm and no active audit finding of this account and region");
        }
        String id = taskId(letter);
        try {
            for (MitigationOrder order : orders(subjects, action)) {
                start(letter, new TaskKey(scope, order.kind(), id), order);
            }
            return new SendOutcome.Delivered("mitigation task " + id);
        } catch (ApiException refusal) {
            return refusal.code() == IotError.LIMIT_EXCEEDED
                    ? new SendOutcome.Failed(refusal.code().wireName(), refusal.text())
                    : new SendOutcome.Refused(refusal.code().wireName(), refusal.text());
        }
    }

    private static List<MitigationOrder> orders(EventSubjects subjects, String action) {
        var orders = new ArrayList<MitigationOrder>();
        if (!subjects.faults().isEmpty()) {
            var ids = subjects.faults().stream().map(Fault::findingId).toList();
            var actions = new LinkedHashMap<CheckName, List<String>>();
            subjects.faults().forEach(fault -> actions.put(fault.check(), List.of(action)));
            orders.add(new MitigationOrder.OnFindings(new FindingTarget.OfFindings(ids), actions));
        }
        if (!subjects.violations().isEmpty()) {
            var target = new ViolationTarget.OfViolations(subjects.violations());
            orders.add(new MitigationOrder.OnViolations(target, List.of(action), null, true, false));
        }
        return orders;
    }

    private void start(Letter letter, TaskKey key, MitigationOrder order) {
        String rule = letter.event().rule().arn().toString();
        try {
            mitigations.get().start(key, new MitigationTask.Start(key.id(), rule, order, null));
        } catch (ApiException refusal) {
            if (refusal.code() != IotError.TASK_ALREADY_EXISTS) {
                throw refusal;
            }
        }
    }

    private static String taskId(Letter letter) {
        String named = String.join(
                "\n",
                letter.event().document().path("id").asString(""),
                letter.event().rule().arn().toString(),
                letter.target().id());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            return "event-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
