package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.front.Front;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.BelievedDensity;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.LossWarp;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import dev.sweetspot.surrogate.time.FreeSeconds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What the models of one question say: from the evidence to the acquisition and to the configuration that it likes best. */
final class Outlook {
    private static final int LEADERS = 4;
    private static final int DRAWS = 200;
    /** A belief counts as much as what so many trials would tell. */
    private static final double BELIEF = 10;

    /** From this share of the process's variance on, noise may hide which trial is the best. */
    private static final double NOISY = 0.01;
    /** So many trials may be it. */
    private static final int RIVALS = 10;

    private static final int IMAGINED = 8;
    /** From so many parameters in a usual configuration on, most of a cube is far from everything. */
    private static final double MANY = 15;
    /** The share of the proposals that are looked for around the best then. */
    private static final double IN_REGION = 0.75;

    /**
     * How often the probability of not failing counts: a trial that fails says nothing of the objective, and an
     * improvement is expected most where nothing has been said.
     */
    private static final int CAUTION = 3;

    private static final double FAILED = 1;
    private static final double RAN = 0;

    private final Question question;
    private final Evidence evidence;
    private final Columns columns;
    private final boolean parts;
    private final Models models;
    private final double[][] pending;
    private final RandomGenerator random;
    private final Branch branch;
    private final Earlier earlier;
    private final BelievedDensity believed;

    Outlook(
            Question question,
            Evidence evidence,
            Columns columns,
            Earlier earlier,
            BelievedDensity believed,
            RandomGenerator random) {
        this.earlier = earlier;
        this.believed = believed;
        this.random = random;
        this.question = question;
        this.evidence = evidence;
        this.columns = columns;
        var fidelity = question.fidelity();
        this.parts = fidelity.most() > fidelity.least()
                && everyone().anyMatch(each -> each.fidelity(question.problem()) < fidelity.most());
        this.models = new Models(columns, false, question.memory(), random);
        this.branch = Branch.choose(question.space(), columns, points(everyone().toList()), random);
        this.pending = evidence.pending().toArray(double[][]::new);
    }

    private Stream<Observation> everyone() {
        return Stream.concat(evidence.ended().stream(), evidence.paused().stream());
    }

    /** The configuration that promises most; empty when none that was not tried was met. */
    Optional<Proposal> best(Encoding encoding, Predicate<Configuration> untried) {
        var objectives = new ArrayList<Models.Fitted>();
        int rows = 0;
        for (int k = 0; k < question.objectives().size(); k++) {
            var known = objective(k);
            rows = Math.max(rows, known.size());
            objectives.add(new Models(parts ? columns.andNumber() : columns, parts, question.memory(), random)
                    .fit((parts ? "parts of objective " : "objective ") + k, known.points(), known.values()));
        }
        var limits = limits();
        var tried = everyone().filter(Observation::measured).toList();
        var feasible = tried.stream().filter(Observation::feasible).toList();
        var acquisitions = new ArrayList<Acquisition>(limits);
        var reasons = new ArrayList<String>();
        var region = region(objectives, feasible);
        List<double[]> leaders;
        if (feasible.isEmpty()) {
            reasons.add("most likely to keep the limits, which no trial has kept yet");
            leaders = tried.stream()
                    .sorted(Comparator.comparingDouble(Observation::totalViolation))
                    .limit(LEADERS)
                    .map(Observation::point)
                    .toList();
        } else if (objectives.size() == 1) {
            leaders = oneObjective(model(objectives.get(0)), points(feasible), acquisitions);
            reasons.add("largest expected improvement of "
                    + question.objectives().get(0).name()
                    + (branch.chosen() ? " in the branch that was tried least" : ""));
        } else {
            leaders = severalObjectives(objectives, points(feasible), acquisitions);
            reasons.add("largest expected gain in hypervolume"
                    + (branch.chosen() ? " in the branch that was tried least" : ""));
        }
        if (!limits.isEmpty() && !feasible.isEmpty()) {
            reasons.add("weighed by the probability to keep the limits and not to fail");
        }
        if (believed.any()) {
            double trust = trust(tried);
            if (trust > 0) {
                double weight = BELIEF * trust / question.history().size();
                acquisitions.add(new AsBelieved(believed, weight));
                reasons.add("and where good values are believed to lie");
            } else {
                reasons.add("not where good values are believed to lie, since trials were no better there");
            }
        }
        if (earlier.any() && objectives.size() == 1) {
            reasons.add("with what earlier studies tell");
        }
        var price = price();
        acquisitions.addAll(price);
        if (!price.isEmpty()) {
            reasons.add("for each second that it is predicted to take");
        }
        reasons.addAll(Models.leftOut(rows));
        return new AcquisitionSearch(
                        encoding, columns, new Acquisition.Product(acquisitions), untried, branch::has, region, random)
                .best(leaders, DRAWS)
                .map(configuration -> new Proposal.Suggested(configuration, reasons));
    }

    /** The mean over the objectives of the rank correlation between losses and what all other trials predict for them. */
    static double skill(Question question, List<Observation> measured, Columns columns) {
        // Nothing is drawn: of the most likely hyperparameters alone is asked.
        var models = new Models(columns, false, question.memory(), new SplittableRandom(0));
        double sum = 0;
        for (int k = 0; k < question.objectives().size(); k++) {
            int objective = k;
            var losses = measured.stream()
                    .mapToDouble(each -> each.losses()[objective])
                    .toArray();
            sum += models.skill("objective " + k, points(measured), losses);
        }
        return sum / question.objectives().size();
    }

    /** Where parameters are many and one number is sought, most proposals are for a box around the best. */
    private Optional<TrustRegion> region(List<Models.Fitted> objectives, List<Observation> feasible) {
        if (columns.usuallyActive() < MANY
                || objectives.size() > 1
                || feasible.isEmpty()
                || branch.chosen()
                || random.nextDouble() >= IN_REGION) {
            return Optional.empty();
        }
        var scales = objectives.get(0).model().lengthScales();
        var losses = feasible.stream().mapToDouble(each -> each.losses()[0]).toArray();
        return Optional.of(TrustRegion.of(columns, points(feasible), losses, scales));
    }

    /** Of one objective a belief is trusted as the trials agree with it; of several nothing speaks for or against it. */
    private double trust(List<Observation> tried) {
        if (question.objectives().size() > 1) {
            return 1;
        }
        var losses = tried.stream().mapToDouble(each -> each.losses()[0]).toArray();
        return believed.trust(points(tried), losses);
    }

    private static double[][] points(List<Observation> observations) {
        return observations.stream().map(Observation::point).toArray(double[][]::new);
    }

    /** The model of one objective, with what earlier studies tell. */
    private Model model(Models.Fitted present) {
        var measured = evidence.measured();
        if (!earlier.any() || parts || measured.size() > Models.CONDITIONED_ON) {
            return present.model();
        }
        var losses = measured.stream()
                .mapToDouble(each -> present.warp().warp(each.losses()[0]))
                .toArray();
        return earlier.mixed(
                present.model(), points(measured), losses, present.model().leftOut(), random);
    }

    /** In a branch that has no trial yet, everything is an improvement. */
    private List<double[]> oneObjective(Model model, double[][] points, List<Acquisition> acquisitions) {
        var means = model.means(points);
        var order = new ArrayList<Integer>();
        double worst = 0;
        for (int i = 0; i < means.length; i++) {
            worst = Math.max(worst, means[i]);
            if (branch.has(points[i])) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> means[i]));
        if (model instanceof ProcessModel process && !parts && process.noise() > NOISY && !order.isEmpty()) {
            var open = Stream.concat(order.stream().limit(RIVALS).map(i -> points[i]), Arrays.stream(pending))
                    .toArray(double[][]::new);
            acquisitions.add(new NoisyImprovement(process.imagining(open, IMAGINED, random)));
        } else {
            double best = order.isEmpty() ? worst : means[order.get(0)];
            acquisitions.add(new ExpectedImprovement(model.believing(pending), best));
        }
        return order.stream().limit(LEADERS).map(i -> points[i]).toList();
    }

    private Rows objective(int k) {
        if (parts) {
            return Rows.ofParts(everyone().toList(), question.problem(), k);
        }
        var rows = new Rows();
        evidence.measured().forEach(each -> rows.add(each.point(), each.losses()[k]));
        return rows;
    }

    private List<double[]> severalObjectives(
            List<Models.Fitted> objectives, double[][] points, List<Acquisition> acquisitions) {
        int m = objectives.size();
        var losses = new double[points.length][m];
        for (int k = 0; k < m; k++) {
            var means = objectives.get(k).model().means(points);
            for (int i = 0; i < points.length; i++) {
                losses[i][k] = means[i];
            }
        }
        var front = Front.of(losses);
        var boxes = front.nonDominated(reference(front, losses, objectives));
        acquisitions.add(new HypervolumeImprovement(
                objectives.stream()
                        .map(fitted -> fitted.model().believing(pending))
                        .toList(),
                boxes));
        var members = front.members();
        var leaders = new ArrayList<double[]>();
        for (int k = 0; k < Math.min(2 * LEADERS, members.length); k++) {
            int other = k + random.nextInt(members.length - k);
            int swapped = members[other];
            members[other] = members[k];
            members[k] = swapped;
            leaders.add(points[swapped]);
        }
        return leaders;
    }

    /**
     * What was asked for; else a little beyond the front, and never better than half of what was tried: its ends are to be
     * found yet.
     */
    private double[] reference(Front front, double[][] losses, List<Models.Fitted> models) {
        var ideal = front.ideal();
        var reference = front.nadir();
        for (int k = 0; k < reference.length; k++) {
            int column = k;
            var sorted = Arrays.stream(losses)
                    .mapToDouble(row -> row[column])
                    .sorted()
                    .toArray();
            double beyond = reference[k] + 0.1 * (reference[k] - ideal[k]);
            reference[k] = Math.max(beyond, sorted[sorted.length / 2]) + 1e-6;
            var asked = question.problem().reference(k);
            if (asked.isPresent()) {
                reference[k] = models.get(k).warp().warp(asked.getAsDouble());
            }
        }
        return reference;
    }

    /** One part for each constraint of which something is known, and one for failures when there were any. */
    private List<Acquisition> limits() {
        var limits = new ArrayList<Acquisition>();
        for (int k = 0; k < question.constraints().size(); k++) {
            var rows = new Rows();
            for (var each : evidence.ended()) {
                rows.add(each.point(), each.violations()[k]);
            }
            if (rows.size() > 0) {
                var fitted = models.fit("constraint " + k, rows.points(), rows.values());
                limits.add(new WithinLimit(fitted.model(), fitted.warp().warp(0)));
            }
        }
        if (evidence.ended().stream().anyMatch(each -> !each.measured())) {
            var rows = new Rows();
            for (var each : evidence.ended()) {
                boolean overLimit = !each.failed() && each.totalViolation() > 0;
                rows.add(each.point(), each.measured() || overLimit ? RAN : FAILED);
            }
            var fitted = new Models(columns, false, question.memory(), random, HyperparameterSearch.ofAnswers())
                    .fit("failure", rows.points(), rows.values());
            var runs = new WithinLimit(
                    fitted.model(), (fitted.warp().warp(RAN) + fitted.warp().warp(FAILED)) / 2);
            limits.addAll(Collections.nCopies(CAUTION, runs));
        }
        return limits;
    }

    /**
     * What a trial costs, when a clock ends the search and the times differ; and whether it ends in time, where what was
     * run in part counts nothing.
     */
    private List<Acquisition> price() {
        var left = question.means().secondsLeft();
        if (left.isEmpty()) {
            return List.of();
        }
        var rows = new Rows();
        for (var each : evidence.ended()) {
            double share =
                    each.fidelity(question.problem()) / question.fidelity().most();
            double seconds = each.trial().seconds() / share;
            if (each.measured() && seconds > 0) {
                rows.add(each.point(), Math.log(seconds));
            }
        }
        if (rows.size() < 2) {
            return List.of();
        }
        var fitted = models.fit("seconds", rows.points(), rows.values());
        double floor = FreeSeconds.of(question)
                .map(seconds -> fitted.warp().warp(Math.log(seconds)))
                .orElse(Double.NEGATIVE_INFINITY);
        var perSecond = new PerSecond(fitted.model(), spread(fitted.warp(), rows.values()), floor);
        boolean whole = question.fidelity().most() <= question.fidelity().least();
        return whole && left.getAsDouble() > 0
                ? List.of(
                        perSecond, new WithinLimit(fitted.model(), fitted.warp().warp(Math.log(left.getAsDouble()))))
                : List.of(perSecond);
    }

    /** By how much the logarithm of the seconds grows, on average, where the warped one grows by 1. */
    private static double spread(LossWarp warp, double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double warped = warp.warp(high) - warp.warp(low);
        return warped > 0 ? (high - low) / warped : 0;
    }
}
