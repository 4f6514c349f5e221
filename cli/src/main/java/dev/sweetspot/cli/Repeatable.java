package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.StoppingParameters;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.StudySpec;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a search is to be the same twice, bit for bit, and what follows from that. */
final class Repeatable {
    /** As a study takes it; refused here before anything is read. */
    private static final int MOST_LAG = 4096;

    @Option(
            names = "--deterministic",
            description =
                    "The same seed gives the same study, bit for bit, with any number of workers, and the same model: each "
                            + "trial with one thread and 32 bits, and no clock, so --trials says when it ends.")
    private boolean deterministic;

    @Option(
            names = "--lag",
            paramLabel = "L",
            description =
                    "With --deterministic: each trial knows the results of all before it but the last L - 1, which may "
                            + "still run (default: 16). At least as many as --workers, better twice as many.")
    private Optional<Integer> lag = Optional.empty();

    boolean asked() {
        return deterministic;
    }

    /**
     * Refuses what cannot be, before anything is read.
     *
     * @param workers how many trials are to run at once, where a person said so
     * @param objectives what is sought
     */
    void check(Optional<Integer> workers, TrialRules rules, List<String> objectives, DeviceOptions devices) {
        lag.filter(runs -> !deterministic).ifPresent(runs -> {
            throw new InvalidInputException("--lag", runs, "goes with --deterministic only", "--deterministic?");
        });
        lag.filter(runs -> runs < 1 || runs > MOST_LAG).ifPresent(runs -> {
            throw new InvalidInputException("--lag", runs, "must be from 1 to " + MOST_LAG, StudySpec.USUAL_LAG + "?");
        });
        if (deterministic) {
            refuseTheUnrepeatable(workers, rules, objectives, devices);
        }
    }

    private void refuseTheUnrepeatable(
            Optional<Integer> workers, TrialRules rules, List<String> objectives, DeviceOptions devices) {
        workers.filter(count -> count > lag()).ifPresent(count -> {
            throw new InvalidInputException(
                    "--workers",
                    count,
                    "is more than run at once where decisions lag behind by " + lag(),
                    "--lag " + 2 * count + "?");
        });
        rules.seconds().ifPresent(seconds -> {
            throw new InvalidInputException(
                    "--trial-seconds",
                    seconds,
                    "is a matter of the clock, and what that decides is not the same twice, so not with --deterministic",
                    "leave it out?");
        });
        if (objectives.contains("prediction_seconds")) {
            throw new InvalidInputException(
                    "--objective",
                    "prediction_seconds",
                    "is a measured time, which is never the same twice, so not with --deterministic",
                    "--objective parameters?");
        }
        devices.given().filter(Device.CUDA.word()::equals).ifPresent(name -> {
            throw new InvalidInputException(
                    "--device", name, "does not give the same bits twice, so not with --deterministic", "cpu?");
        });
    }

    /** Refuses a space in which a clock decides when trials end. */
    void require(SearchSpace space, Configuration standard) {
        double most = standard.find(StoppingParameters.MAX_MINUTES).orElse(0.0);
        boolean searched = space.find(StoppingParameters.MAX_MINUTES.name())
                .filter(parameter -> parameter instanceof RealParameter real && real.high() > 0)
                .isPresent();
        if (deterministic && (most > 0 || searched)) {
            throw new InvalidInputException(
                    StoppingParameters.MAX_MINUTES.name(),
                    most,
                    "is a matter of the clock, and what that decides cannot be repeated",
                    "leave --deterministic or it out?");
        }
    }

    private int lag() {
        return lag.orElse(StudySpec.USUAL_LAG);
    }

    /** How many trials run at once on one machine, where that does not depend on how quick it is. */
    Optional<Integer> workers(Optional<Integer> asked, int cores) {
        return deterministic ? asked.or(() -> Optional.of(Math.min(lag(), cores))) : asked;
    }

    /** Where to compute. What a GPU adds up comes in another order each time. */
    Device device(DeviceOptions devices) {
        return deterministic ? Device.named(Device.CPU.word()) : devices.device();
    }

    /** The same for those who go on with the study; empty where that is left to the machine. */
    Optional<String> kept(DeviceOptions devices) {
        return deterministic ? Optional.of(Device.CPU.word()) : devices.given();
    }

    Precision precision(SplitData data, Device device) {
        return deterministic ? Precision.FLOAT32 : data.usualPrecision(device);
    }

    StudySpec lagging(StudySpec spec) {
        return deterministic ? spec.lagging(lag()) : spec;
    }
}
