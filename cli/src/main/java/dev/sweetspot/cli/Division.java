package dev.sweetspot.cli;

import dev.sweetspot.workload.TrialFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the cores of a job are divided among trials that run at once: many trials with one thread each, or few with more.
 *
 * @param workers how many trials run at once
 * @param threads of each of them
 */
record Division(int workers, int threads) {
    /**
     * So much better another one has to be than one trial a core: the measurement is short, and many trials at once have been
     * better on nearly everything.
     */
    private static final double CLEARLY = 1.1;

    /** So many seconds are needed to measure one of several. */
    private static final double LEAST_SECONDS = 1.5;

    static Division of(int workers, int cores) {
        return new Division(workers, Math.max(1, cores / workers));
    }

    /**
     * One trial a core, one with all of them, and what is half way between.
     *
     * @param most for how many at once there is memory, at least 1
     */
    static List<Division> candidates(int cores, int most) {
        var all = new ArrayList<Division>();
        all.add(of(Math.min(cores, most), cores));
        if (cores >= 4 && cores / 2 < most) {
            all.add(of(cores / 2, cores));
        }
        if (cores > 1 && most > 1) {
            all.add(of(1, cores));
        }
        return all;
    }

    /**
     * What a choice was made by.
     *
     * @param fitThreads with how many threads one training was the quickest, where two have the cores to themselves
     */
    record Choice(Division division, Speed speed, int fitThreads, String reason) {}

    /**
     * The division with the highest throughput of the default configuration, measured for a moment where there is a clock and
     * time enough; else one trial a core.
     *
     * @param most for how many trials at once there is memory, at least 1
     * @param noun what is learnt from, in the plural
     */
    static Choice choose(Probe probe, int cores, int most, String noun) throws TrialFailure, InterruptedException {
        var candidates = candidates(cores, most);
        double each = probe.seconds() / candidates.size();
        if (candidates.size() == 1 || each < LEAST_SECONDS) {
            return given(probe, candidates.get(0));
        }
        var measured = new ArrayList<Measured>();
        long begin = System.nanoTime();
        for (var candidate : candidates) {
            // Single steps of large networks take longer than they may; then what is known by now has to do.
            if ((System.nanoTime() - begin) / 1e9 <= probe.seconds() * measured.size() / candidates.size() + each) {
                measured.add(new Measured(candidate, probe.throughput(candidate, each)));
            }
        }
        var best = best(measured);
        var others = measured.stream()
                .filter(other -> !other.equals(best))
                .map(other -> other.division().inWords() + " " + rounded(other.total()))
                .collect(Collectors.joining(", "));
        return new Choice(
                best.division(),
                probe.speed(best.division(), best.total()),
                fitThreads(measured, cores),
                " (" + rounded(best.total()) + " " + noun + " a second in all with the default configuration"
                        + (others.isEmpty() ? "" : "; " + others) + ")");
    }

    private static int half(Division division) {
        return Math.max(1, division.workers() * division.threads() / 2);
    }

    /** Half of the cores, unless fewer threads made each training quicker: threads that wait for one another cost time. */
    private static int fitThreads(List<Measured> measured, int cores) {
        return measured.stream()
                .filter(each -> each.division().threads() <= Math.max(1, cores / 2))
                .max(Comparator.comparingDouble(
                        each -> each.total() / each.division().workers()))
                .map(each -> each.division().threads())
                .orElse(Math.max(1, cores / 2));
    }

    /** Items a second of all trainings together. */
    private record Measured(Division division, double total) {}

    /** A division that was asked for. */
    static Choice given(Probe probe, Division division) throws TrialFailure, InterruptedException {
        if (probe.seconds() == 0) {
            return new Choice(division, probe.speed(division, Double.POSITIVE_INFINITY), half(division), "");
        }
        double total = probe.throughput(division, Math.min(2, probe.seconds()));
        return new Choice(division, probe.speed(division, total), half(division), "");
    }

    /** The best of those measured: the first, unless another is clearly better. */
    private static Measured best(List<Measured> measured) {
        var first = measured.get(0);
        var best = measured.stream()
                .max(Comparator.comparingDouble(Measured::total))
                .orElse(first);
        return best.total() > CLEARLY * first.total() ? best : first;
    }

    String inWords() {
        return workers + (workers == 1 ? " trial" : " trials") + " at once with " + threads
                + (threads == 1 ? " thread" : " threads") + (workers == 1 ? "" : " each");
    }

    private static String rounded(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }

    /** Where throughput is measured. */
    interface Probe {
        /** How long all measurements together may take; 0 where nothing is to be measured. */
        double seconds();

        /** Items a second in all when so many trainings run at once. */
        double throughput(Division division, double seconds) throws TrialFailure, InterruptedException;

        /** What a throughput says of one trial. */
        Speed speed(Division division, double throughput);
    }
}
