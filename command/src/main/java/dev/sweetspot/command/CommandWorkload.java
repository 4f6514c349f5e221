package dev.sweetspot.command;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Placeholders;
import dev.sweetspot.study.Sought;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.Subject;
import dev.sweetspot.study.Surroundings;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that is tried with the values of a trial: its words, its variables and a file tell it the values; the lines that it
 * writes tell how well it does. Each trial has a folder of its own, in which it runs and where its output is kept.
 *
 * <p>Asked to end, the program and all that it started get SIGTERM, and after {@link Surroundings#grace} SIGKILL.
 */
public final class CommandWorkload implements Workload {
    private final StudyFile file;
    private final Subject.Command command;
    private final Path folder;
    private final Path trials;

    /**
     * Starts nothing yet.
     *
     * @param file what a person wrote; its subject must be a command
     * @param folder in which the file lies: relative names in the words are looked for there
     * @param trials where each trial gets a folder; made when it is needed
     * @throws InvalidInputException when the file's subject is no command, or its program is not there
     */
    public CommandWorkload(StudyFile file, Path folder, Path trials) {
        if (!(file.subject() instanceof Subject.Command given)) {
            throw new InvalidInputException(
                    "study file", file.name(), "must have a command", "command: [python3, train.py]?");
        }
        this.file = file;
        this.command = given;
        this.folder = folder.toAbsolutePath().normalize();
        this.trials = trials.toAbsolutePath().normalize();
    }

    /**
     * The workload that a study keeps.
     *
     * @param form as {@link Workloads#toForm} writes it
     * @throws InvalidInputException when it is of another kind
     */
    public static CommandWorkload of(Form.MapForm form) {
        if (Workloads.fromForm(form) instanceof CommandWorkload workload) {
            return workload;
        }
        throw new InvalidInputException("workload", Json.write(form), "is no command", "");
    }

    @Override
    public String name() {
        return CommandProvider.NAME;
    }

    @Override
    public Form.MapForm settings() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put(CommandProvider.FILE, file.toForm());
        entries.put(CommandProvider.FOLDER, Form.of(folder.toString()));
        entries.put(CommandProvider.TRIALS, Form.of(trials.toString()));
        return Form.of(entries);
    }

    @Override
    public SearchSpace space() {
        return file.space();
    }

    @Override
    public List<Objective> objectives() {
        return file.sought().stream().map(Sought::objective).toList();
    }

    @Override
    public Fidelity fidelity() {
        return command.surroundings()
                .stages()
                .map(Surroundings.Stages::fidelity)
                .orElse(Fidelity.WHOLE);
    }

    /**
     * Refuses a program that is not there, before the first trial fails of it.
     *
     * @throws InvalidInputException when there is no such program
     */
    public void requireProgram() {
        new Words(command, folder).requireProgram();
    }

    /**
     * The parameters that the program never learns: no word and no variable has their value, no file has all of them, and
     * nothing depends on them.
     */
    public List<String> unused() {
        if (command.surroundings().parametersFile().isPresent()) {
            return List.of();
        }
        var used = Stream.concat(command.words().stream(), command.surroundings().environment().values().stream())
                .flatMap(text -> Placeholders.in(text).stream())
                .collect(Collectors.toCollection(HashSet::new));
        file.space().dimensions().stream()
                .flatMap(dimension -> dimension.conditions().stream())
                .forEach(condition -> used.add(condition.parent()));
        return file.space().parameters().stream()
                .map(Parameter::name)
                .filter(name -> !used.contains(name))
                .toList();
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        try {
            var place = TrialFolder.ready(trials, folder, run, command.surroundings());
            var words = new Words(command, folder).of(run, place);
            try (var program =
                    Program.start(words, place, command.surroundings().grace())) {
                return new Session(file, command.surroundings(), place, program, run).held();
            }
        } catch (IOException e) {
            throw new TrialFailure(
                    Outcome.Cause.ERROR,
                    "command = " + command.words().get(0) + ": could not be run (" + e.getMessage()
                            + "). Maybe look at " + trials + "?");
        }
    }
}
