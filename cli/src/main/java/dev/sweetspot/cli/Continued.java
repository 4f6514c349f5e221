package dev.sweetspot.cli;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training by hand that may begin where another one ended, and leaves where it ended itself, so that a third can go on from
 * there. What goes on is planned anew: the schedule is that of a training of all epochs, from the next step on.
 */
final class Continued implements Workload {
    /** What the state of a training is called in the folder of its result. */
    static final String STATE = "state.checkpoint";

    private final NetworkLearning learner;
    private final Optional<Path> from;
    private final Optional<Path> leaves;

    /**
     * @param from the state to go on from; empty to begin at the beginning
     * @param leaves where it leaves its own; empty to leave none
     */
    Continued(NetworkLearning learner, Optional<Path> from, Optional<Path> leaves) {
        this.learner = learner;
        this.from = from;
        this.leaves = leaves;
    }

    /** What is trained by hand: networks leave their state, and may begin with one; other models begin at the beginning. */
    static Workload of(Learner learner, Optional<Path> from, Optional<Path> leaves) {
        return learner instanceof NetworkLearning networks ? new Continued(networks, from, leaves) : learner;
    }

    /** The state that somebody means who names it or the folder it is in. */
    static Path stateIn(Path place) {
        var state = Files.isDirectory(place) ? place.resolve(STATE) : place;
        if (!Files.isRegularFile(state)) {
            throw new InvalidInputException(
                    "--from",
                    place,
                    "is no state that a training has left",
                    "the folder of --out of an earlier training: " + STATE + " in it?");
        }
        return state.toAbsolutePath().normalize();
    }

    /**
     * Refuses a state that another network, another optimiser or other folds have left.
     *
     * @throws InvalidInputException when it cannot be gone on from
     */
    void requireFits(Configuration configuration) {
        if (from.isEmpty()) {
            return;
        }
        var snapshots = read(from.get()).snapshots();
        int folds = learner.split().partition().folds().size();
        if (snapshots.size() != folds) {
            throw refused("is of " + snapshots.size() + " trainings side by side, and here are " + folds);
        }
        double numbers = learner.predict("parameters", configuration).orElseThrow();
        long trained = (long) snapshots.get(0).state().weights().length * EnsembleParameters.of(configuration);
        if (trained != (long) numbers) {
            throw refused("is of a network of " + trained + " numbers, and this one has " + (long) numbers);
        }
    }

    private InvalidInputException refused(String why) {
        return new InvalidInputException(
                "--from", from.orElseThrow(), why, "the settings of the training that left it?");
    }

    private static SnapshotFile.Checkpoint read(Path state) {
        try {
            return SnapshotFile.readCheckpoint(state);
        } catch (IOException e) {
            throw new InvalidInputException("--from = " + state + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public String name() {
        return learner.name();
    }

    @Override
    public Form.MapForm settings() {
        return learner.settings();
    }

    @Override
    public SearchSpace space() {
        return learner.space();
    }

    @Override
    public List<Objective> objectives() {
        return learner.objectives();
    }

    @Override
    public List<Constraint> constraints() {
        return learner.constraints();
    }

    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        return learner.predict(constraint, configuration);
    }

    @Override
    public String numericMode() {
        return learner.numericMode();
    }

    @Override
    public Fidelity fidelity() {
        return learner.fidelity();
    }

    @Override
    public void prepare() throws InterruptedException {
        learner.prepare();
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        Optional<Path> begun = Optional.empty();
        try {
            if (run.checkpoint().isEmpty() && from.isPresent()) {
                begun = Optional.of(Files.createTempFile("sweetspot-from-", ".checkpoint"));
                SnapshotFile.writeCheckpoint(
                        begun.get(), read(from.get()).planned(learner.fidelity().most()));
            }
            return learner.run(new StateKeepingRun(run, begun, leaves));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "--from = " + from + ": cannot be gone on from (" + e.getMessage() + ").", e);
        } finally {
            begun.ifPresent(Continued::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // It is in the folder for temporary files, which is emptied by others.
        }
    }
}
