package dev.sweetspot.deep.learning;

import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.training.Ensemble;
import dev.sweetspot.deep.training.Session;
import dev.sweetspot.deep.training.Trained;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The last training of a configuration, on all but the test part: of one network, or of several that are averaged. The first
 * is trained as far as the pace allows; each further one, from a seed of its own, follows the course of the first step by
 * step, so that one course says how all of them were trained. None is begun that the time would not suffice for; one whose
 * loss is no number any more is left out.
 */
final class FinalTraining {
    private static final int PROBE_STEPS = 20;

    /** A further network may take so many times as long as the first. */
    private static final double LONGER = 1.1;

    private final NetworkLearning learning;
    private final Configuration configuration;
    private final long seed;
    private final Training.Setting setting;
    private final long begin;

    FinalTraining(NetworkLearning learning, Configuration configuration, long seed, int threads) {
        this.learning = learning;
        this.configuration = configuration;
        this.seed = seed;
        var chosen = learning.parts().trainingAndValidation();
        var examples = learning.split().examples(configuration, chosen);
        this.setting = new Training.Setting(examples, chosen, threads, learning.precision(), learning.device());
        this.begin = System.nanoTime();
    }

    /** The seed of one of the networks, from 0: the first has that of the whole. */
    static long seed(long ofAll, int member) {
        return member == 0 ? ofAll : Seeds.of(ofAll, member, Seeds.Purpose.TRIAL);
    }

    /** As far as a pace allows, with as many networks as the configuration asks for and there is time for. */
    Fitted within(Pace pace) throws TrialFailure, InterruptedException {
        int wanted = EnsembleParameters.of(configuration);
        return trained(
                new Plan(pace.epochs(), wanted, pace.deadline(), pace.progress()),
                (training, diary) -> forward(training, diary, pace, wanted));
    }

    /** As it was done before. */
    Fitted again(Course course, BiConsumer<Double, Double> progress) throws TrialFailure, InterruptedException {
        var plan = new Plan(course.plans().get(0).epochs(), course.members(), Long.MAX_VALUE, progress);
        return trained(plan, (training, diary) -> follow(training, course, diary::see, plan, 0));
    }

    /**
     * What is wanted.
     *
     * @param epochs that the first network plans at its beginning
     */
    private record Plan(double epochs, int members, long deadline, BiConsumer<Double, Double> progress) {
        boolean over() {
            return deadline != Long.MAX_VALUE && deadline - System.nanoTime() <= 0;
        }

        boolean hasTimeFor(double seconds) {
            return deadline == Long.MAX_VALUE || (deadline - System.nanoTime()) / 1e9 >= seconds;
        }

        void tell(int member, double done, double planned) {
            progress.accept(member * planned + done, members * planned);
        }
    }

    /** Goes through the training of the first network to its end. */
    private interface Way {
        void go(Session training, Diary diary) throws TrialFailure, InterruptedException;
    }

    private Session begin(int member, double epochs) {
        return learning.split()
                .session(new SplitData.Beginning(configuration, setting, seed(seed, member), epochs, Optional.empty()));
    }

    private Fitted trained(Plan plan, Way way) throws TrialFailure, InterruptedException {
        var first = begin(0, plan.epochs());
        try {
            var diary = new Diary(first);
            way.go(first, diary);
            double seconds = seconds();
            return plan.members() == 1 ? fitted(first, diary, seconds) : averaged(first, diary, plan, seconds);
        } catch (TrialFailure | InterruptedException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private Fitted averaged(Session first, Diary diary, Plan plan, double secondsOfFirst)
            throws TrialFailure, InterruptedException {
        var course = first.course();
        var states = new ArrayList<>(List.of(first.state()));
        int tried = 1;
        double seconds = secondsOfFirst;
        while (tried < plan.members() && plan.hasTimeFor(LONGER * secondsOfFirst)) {
            var further = further(tried, course, plan);
            if (further.late()) {
                break;
            }
            further.state().ifPresent(states::add);
            tried++;
            seconds = seconds();
        }
        if (states.size() == 1) {
            return fitted(first, diary, seconds);
        }
        var ensemble = new Ensemble(first, states, setting, course.of(tried));
        first.close();
        return fitted(ensemble, diary, seconds);
    }

    /**
     * A network beside the first.
     *
     * @param state what it has learnt; empty where its loss became no number, or the time was over
     * @param late whether the time was over
     */
    private record Further(Optional<Module.State> state, boolean late) {}

    private Further further(int member, Course course, Plan plan) throws TrialFailure, InterruptedException {
        try (var training = begin(member, course.plans().get(0).epochs())) {
            follow(training, course, () -> {}, plan, member);
            boolean whole = training.itinerary().step() == course.steps();
            return new Further(whole ? Optional.of(training.state()) : Optional.empty(), !whole);
        } catch (TrialFailure e) {
            if (e.kind() != Outcome.Cause.NOT_FINITE) {
                throw e;
            }
            return new Further(Optional.empty(), false);
        }
    }

    private static void follow(Session training, Course course, Runnable each, Plan plan, int member)
            throws TrialFailure, InterruptedException {
        while (!plan.over()) {
            var done = training.follow(course);
            if (done.steps() == 0) {
                return;
            }
            NetworkLearning.check(done, training.epochs());
            each.run();
            plan.tell(member, training.epochs(), course.plannedEpochs());
        }
    }

    private static void forward(Session training, Diary diary, Pace pace, int members)
            throws TrialFailure, InterruptedException {
        boolean probed = false;
        // A model that has seen nothing is no model: a few steps are made however late it is.
        while (!training.finished()
                && training.epochs() < pace.stop()
                && (!probed || pace.deadline() - System.nanoTime() > 0)) {
            double before = training.epochs();
            long from = System.nanoTime();
            NetworkLearning.check(
                    training.advance(
                            probed ? Integer.MAX_VALUE : PROBE_STEPS, probed ? pace.deadline() : Long.MAX_VALUE),
                    training.epochs());
            double perEpoch = (System.nanoTime() - from) / 1e9 / Math.max(1e-9, training.epochs() - before);
            replan(training, pace, perEpoch);
            probed = true;
            diary.see();
            pace.progress().accept(training.epochs(), members * training.plannedEpochs());
        }
    }

    /**
     * Plans as many epochs as the time reaches for, so that the schedule is through at the deadline; more again when
     * the first steps, which build the engine's kernels, made it look slower than it is.
     */
    private static void replan(Session training, Pace pace, double secondsPerEpoch) {
        if (pace.deadline() == Long.MAX_VALUE) {
            return;
        }
        double left = (pace.deadline() - System.nanoTime()) / 1e9;
        double reachable = training.epochs() + Math.max(0, left * 0.97) / secondsPerEpoch;
        training.plan(reachable >= pace.stop() ? pace.epochs() : reachable);
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private Fitted fitted(Trained trained, Diary diary, double seconds) {
        return new FittedNetwork(
                learning,
                trained,
                diary,
                configuration,
                setting.examples(),
                new FittedNetwork.Run(seed, setting.threads(), setting.precision(), seconds));
    }
}
