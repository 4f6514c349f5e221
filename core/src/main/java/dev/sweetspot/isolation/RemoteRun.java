package dev.sweetspot.isolation;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** One run of one trial as a workload in an isolated process sees it: what it says goes through the pipe. */
final class RemoteRun implements TrialRun {
    private final TrialServer server;
    private final Fields orders;
    private final Configuration configuration;
    private final long deadline;
    private final long limit;
    private final LinkedHashMap<String, Object> suggested = new LinkedHashMap<>();

    RemoteRun(TrialServer server, Fields orders) {
        this.server = server;
        this.orders = orders;
        this.configuration = configuration(orders);
        this.deadline = Messages.moment(orders.whole("nanos_left"));
        this.limit = Messages.moment(orders.whole("nanos_to_limit"));
    }

    /** Forms give plain values back; the space of the study knows their types. */
    private static Configuration configuration(Fields orders) {
        var space = SpaceForms.fromForm(orders.require("space"), Form.of(List.of()));
        var values = new LinkedHashMap<String, Object>();
        SpaceForms.configurationFromForm(orders.require("configuration"))
                .values()
                .forEach((name, value) -> values.put(
                        name,
                        space.find(name)
                                .<Object>map(parameter -> parameter.check(value))
                                .orElse(value)));
        return Configuration.of(values);
    }

    @Override
    public int number() {
        return orders.integer("number");
    }

    @Override
    public Configuration configuration() {
        return suggested.isEmpty() ? configuration : withSuggested();
    }

    private Configuration withSuggested() {
        var values = new LinkedHashMap<>(configuration.values());
        values.putAll(suggested);
        return Configuration.of(values);
    }

    @Override
    public <T> T suggest(Parameter<T> parameter) {
        var known = configuration().find(parameter);
        if (known.isPresent()) {
            return known.get();
        }
        var answer = asked(Messages.suggest(new SearchSpace.Dimension(parameter, List.of())));
        T value = parameter.check(Fields.of(answer).text(Messages.VALUE));
        suggested.put(parameter.name(), value);
        return value;
    }

    @Override
    public long seed() {
        return orders.whole("seed");
    }

    @Override
    public int threads() {
        return orders.integer("threads");
    }

    @Override
    public String numericMode() {
        return orders.text("numeric_mode");
    }

    @Override
    public double target() {
        return orders.number("target");
    }

    @Override
    public double from() {
        return orders.number("from");
    }

    @Override
    public Optional<Path> checkpoint() {
        return orders.findText("checkpoint").map(Path::of);
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public boolean stopRequested() {
        return server.stopRequested();
    }

    @Override
    public Answer report(double fidelity, Measurements values, CheckpointWriter checkpoint) {
        var said = asked(Messages.report(fidelity, values, checkpoint != CheckpointWriter.NONE));
        while (Messages.kind(said).equals(Messages.WRITE)) {
            said = asked(write(Path.of(Fields.of(said).text(Messages.WRITE)), checkpoint));
        }
        return Answer.valueOf(Fields.of(said).text(Messages.ANSWER));
    }

    /** Says what went wrong, or nothing. */
    private static MapForm write(Path path, CheckpointWriter checkpoint) {
        try {
            checkpoint.write(path);
            return Messages.of(Messages.WRITTEN, Form.of(""));
        } catch (IOException e) {
            return Messages.of(Messages.WRITTEN, Form.of(String.valueOf(e.getMessage())));
        }
    }

    /** An interrupt while the other end thinks is kept for the workload: the other end answers in any case. */
    private MapForm asked(MapForm question) {
        boolean interrupted = Thread.interrupted();
        try {
            var answer = Optional.<MapForm>empty();
            server.send(question);
            while (answer.isEmpty()) {
                try {
                    answer = Optional.of(server.next());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return answer.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
