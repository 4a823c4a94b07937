// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.WatchedScopes;
import io.fleetward.application.detect.learned.BehaviorModels.KeptModel;
import io.fleetward.application.detect.learned.TrainingSource.Wanted;
import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.application.detect.runtime.DetectEnvironment;
import io.fleetward.application.detect.runtime.ModelsInForce;
import io.fleetward.application.detect.runtime.PlanReader;
import io.fleetward.application.time.Timers.Timer;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelDescription;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.Gathering;
import io.fleetward.detect.training.ModelVersion;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns the models of all learned behaviors in the background, one after the other, whenever one is due (detect, ML
 * Detect).
 *
 * <p>Thread-safe. Works in short steps and rests after each for as long as it took, so that it never takes more than
 * half of one processor; what it takes of memory is bounded by its pace. After the process ended it goes on from the
 * last checkpoint.
 */
public final class ModelTrainer implements WatchedScopes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTrainer.class);
    private static final Duration SHORT = Duration.ofMillis(2);

    private final TrainingRules rules;
    private final TrainingPace pace;
    private final LearnedModels learned;
    private final DetectEnvironment environment;
    private final PlanReader reader;
    private final TrainingSource source;
    private final ModelShelf shelf;
    private @Nullable TrainingRun run;
    private @Nullable PastLesson lesson;
    private @Nullable Timer timer;
    private boolean isOpen;
    private boolean isAtWork;

    /** How this installation learns. */
    public record Learning(
            TrainingRules rules, TrainingPace pace, MetricPeriod period, LearnedModels models, ModelsInForce inForce) {}

    /**
     * A trainer that has not started.
     *
     * @param environment its executor runs training alone, so that nothing else waits for it
     */
    public ModelTrainer(Learning learning, DetectData data, BehaviorModels models, DetectEnvironment environment) {
        this.rules = learning.rules();
        this.pace = learning.pace();
        this.learned = learning.models();
        this.environment = environment;
        this.reader = new PlanReader(data.state());
        this.source = new TrainingSource(data, learning.period(), learning.rules());
        this.shelf = new ModelShelf(
                new ModelShelf.Kept(data.metrics().transactions(), models, pace.versions()),
                new ModelShelf.Learning(learning.models(), learning.inForce(), rules, learning.period()));
    }

    /** Puts in force what was learned before, and begins; to be called once, before devices are watched. Blocks. */
    public void start() {
        shelf.restore(now());
        reader.scopes().forEach(this::adapt);
        begin();
    }

    private synchronized void begin() {
        isOpen = true;
        plan();
    }

    /** Begins to learn what is new in the security profiles, and forgets what is gone. */
    @Override
    public void refresh(AccountRegion scope) {
        adapt(scope);
        plan();
    }

    @Override
    public synchronized void close() {
        isOpen = false;
        if (timer != null) {
            timer.cancel();
        }
    }

    private synchronized void adapt(AccountRegion scope) {
        Set<LearnedSubject> defined = new HashSet<>();
        Set<ModelKey> attached = new HashSet<>();
        for (AttachedProfile profile : reader.read(scope).profiles()) {
            List<LearnedSubject> subjects = TrainingSummaries.subjects(profile.profile());
            defined.addAll(subjects);
            for (LearnedSubject subject : subjects) {
                profile.targets().forEach(target -> attached.add(new ModelKey(subject, target)));
            }
        }
        shelf.adapt(scope, defined, attached, now());
    }

    /** Sets to work now, or when the next model is due. */
    private synchronized void plan() {
        if (!isOpen || isAtWork) {
            return;
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        BehaviorModel next = shelf.next();
        if (next == null) {
            return;
        }
        if (next.dueAt().isAfter(now())) {
            timer = environment
                    .timers()
                    .at(next.dueAt(), () -> environment.executor().execute(this::plan));
        } else {
            isAtWork = true;
            environment.executor().execute(this::work);
        }
    }

    /** Does one step, and the next one after a rest. */
    private void work() {
        Instant began = now();
        if (attempt()) {
            goOn(Duration.between(began, now()));
        } else {
            stop();
        }
    }

    private synchronized void goOn(Duration took) {
        if (isOpen && took.compareTo(SHORT) < 0) {
            environment.executor().execute(this::work);
        } else if (isOpen) {
            timer = environment
                    .timers()
                    .at(now().plus(took), () -> environment.executor().execute(this::work));
        }
    }

    private synchronized void stop() {
        isAtWork = false;
        plan();
    }

    /** Whether there is more to do at once. */
    private boolean attempt() {
        TrainingRun current = run;
        try {
            if (lesson != null) {
                teach(lesson);
            } else if (current == null) {
                return beginNext();
            } else {
                current.step();
                settle(current);
            }
        } catch (RuntimeException fault) {
            LOG.atWarn().setCause(fault).log("detect.training.failed");
            giveUp(current);
        }
        return true;
    }

    /** A lesson that fails is missed; a training that fails, or cannot begin, is tried again later. */
    private void giveUp(@Nullable TrainingRun current) {
        BehaviorModel failed =
                current == null ? shelf.next() : shelf.find(current.wanted().key());
        if (lesson == null && failed != null) {
            shelf.postpone(failed.key(), now().plus(rules.early()));
        }
        run = null;
        lesson = null;
    }

    private void teach(PastLesson current) {
        if (!current.isDone()) {
            current.step();
        } else {
            lesson = null;
            shelf.taught(current.wanted().key(), current.pasts());
        }
    }

    private boolean beginNext() {
        BehaviorModel due = shelf.next();
        if (due == null || due.dueAt().isAfter(now())) {
            return false;
        }
        ModelKey key = due.key();
        AttachedProfile profile = reader.read(key.scope()).profiles().stream()
                .filter(attached -> attached.profile().name().equals(key.profile())
                        && attached.targets().contains(key.target()))
                .findFirst()
                .orElse(null);
        if (profile == null) {
            shelf.notRefreshed(due.paused(rules, now()));
            return true;
        }
        TrainingProgress progress = shelf.progress(key);
        Instant to = progress == null ? now() : progress.to();
        var wanted = new Wanted(key, profile, source.spells(key, to), to);
        run = TrainingRun.of(wanted, source, pace, learned, shelf.config(key), progress);
        return true;
    }

    private void settle(TrainingRun current) {
        ModelKey key = current.wanted().key();
        BehaviorModel model = shelf.find(key);
        if (model == null) {
            run = null;
            return;
        }
        Gathering gathering = current.gathering();
        if (current.isRead()
                && !model.suffices(gathering, rules, current.wanted().to())) {
            run = null;
            shelf.notRefreshed(model.notRefreshed(gathering, rules, now()));
        } else if (current.isDone()) {
            run = null;
            finish(model, current);
        } else {
            TrainingProgress progress = current.progress();
            if (progress != null) {
                shelf.save(key, progress);
            }
        }
    }

    private void finish(BehaviorModel model, TrainingRun done) {
        LearnedModel made = done.model();
        BehaviorModel refreshed =
                model.refreshed(done.gathering(), rules, done.wanted().to());
        ModelDescription description = made.description();
        var version = new ModelVersion(
                refreshed.version(),
                done.wanted().to(),
                Instant.ofEpochMilli(description.from()),
                Instant.ofEpochMilli(description.to()),
                description.points(),
                description.devices(),
                done.excluded(),
                description.dataHash());
        shelf.refreshed(refreshed, new KeptModel(version, made.toBytes()), made);
        if (refreshed.version() == 1) {
            lesson = new PastLesson(done.wanted(), source, pace, made, done.devicesRead());
        }
        LOG.atInfo()
                .addKeyValue("account", model.key().scope().account())
                .addKeyValue("region", model.key().scope().region())
                .addKeyValue("profile", model.key().profile())
                .addKeyValue("behavior", model.key().behavior())
                .addKeyValue("target", model.key().target().arn(model.key().scope()))
                .addKeyValue("version", version.version())
                .addKeyValue("points", version.points())
                .log("detect.model.refreshed");
    }

    private Instant now() {
        return environment.clock().instant();
    }
}
