package dev.sweetspot.benchmarks.jmh;

import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.space.Configuration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One ask and one tell of a study that knows some trials: single shots, because each adds a trial, as in a search. What a
 * sampler keeps between two suggestions it has kept here too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Suggestion {
    private static final int REHEARSALS = 2_000;
    private static final long REHEARSAL_NANOS = 5_000_000_000L;

    /** Who is asked; the command fills in all that are installed. */
    @Param("random")
    private String sampler = "random";

    /** How many trials the study knows at the first ask. */
    @Param({"10", "100", "1000", "5000", "10000"})
    private int finished = 10;

    private Optional<MixedStudy> study = Optional.empty();

    /**
     * Makes the study, once for each sampler and size, after a rehearsal on another one: the first asks of a process are
     * spent on compiling, which a longer search does not notice.
     */
    @Setup(Level.Trial)
    public void prepare() {
        var rehearsal = new MixedStudy(Samplers.named(sampler), finished);
        long end = System.nanoTime() + REHEARSAL_NANOS;
        for (int i = 0; i < REHEARSALS && System.nanoTime() - end < 0; i++) {
            rehearsal.askAndTell();
        }
        study = Optional.of(new MixedStudy(Samplers.named(sampler), finished));
    }

    /** What is measured. */
    @Benchmark
    public Configuration askAndTell() {
        return study.orElseThrow().askAndTell();
    }
}
