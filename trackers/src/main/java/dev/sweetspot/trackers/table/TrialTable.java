package dev.sweetspot.trackers.table;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trackers.Words;
import dev.sweetspot.trackers.table.Column.Kind;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row a trial, in the order of their numbers: how it stands, then {@code parameter_NAME} for every parameter, empty where
 * it is not active, then {@code value_NAME} for every objective, constraint and other number that a trial gave.
 */
public final class TrialTable implements Table {
    private static final List<Column> FIRST = List.of(
            new Column("trial", Kind.WHOLE),
            new Column("state", Kind.TEXT),
            new Column("reason", Kind.TEXT),
            new Column("by", Kind.TEXT),
            new Column("why", Kind.TEXT),
            new Column("repeats", Kind.WHOLE),
            new Column("reached", Kind.REAL),
            new Column("started", Kind.TIME),
            new Column("ended", Kind.TIME),
            new Column("seconds", Kind.REAL),
            new Column("worker", Kind.TEXT),
            new Column("threads", Kind.WHOLE),
            new Column("numeric_mode", Kind.TEXT));

    private final List<Trial> trials;
    private final List<Parameter<?>> parameters;
    private final List<String> values;
    private final List<Column> columns;

    /**
     * The trials of a study.
     *
     * @param space what can be chosen, as it is now
     */
    public TrialTable(Problem problem, SearchSpace space, History history) {
        this.trials = history.trials();
        this.parameters = space.parameters();
        this.values = List.copyOf(valueNames(problem, history));
        var all = new ArrayList<>(FIRST);
        parameters.forEach(parameter -> all.add(new Column("parameter_" + parameter.name(), kind(parameter))));
        values.forEach(name -> all.add(new Column("value_" + name, Kind.REAL)));
        this.columns = List.copyOf(all);
    }

    /** The objectives, the constraints, and what trials told beside, in the order in which it came. */
    static Set<String> valueNames(Problem problem, History history) {
        var names = new LinkedHashSet<String>();
        problem.objectives().forEach(objective -> names.add(objective.name()));
        problem.constraints().forEach(constraint -> names.add(constraint.name()));
        for (var trial : history.trials()) {
            names.addAll(trial.curve().names());
            trial.outcome()
                    .ifPresent(outcome ->
                            names.addAll(Words.values(outcome).values().keySet()));
        }
        return names;
    }

    private static Kind kind(Parameter<?> parameter) {
        if (parameter instanceof RealParameter) {
            return Kind.REAL;
        }
        if (parameter instanceof IntegerParameter) {
            return Kind.WHOLE;
        }
        if (parameter instanceof BooleanParameter) {
            return Kind.TRUTH;
        }
        return parameter instanceof ListedParameter<?> listed ? kind(listed) : Kind.TEXT;
    }

    /** Numbers where all choices are. */
    private static Kind kind(ListedParameter<?> listed) {
        var choices = listed.choices().stream().map(Choice::value).toList();
        if (choices.stream().allMatch(value -> value instanceof Integer || value instanceof Long)) {
            return Kind.WHOLE;
        }
        return choices.stream().allMatch(Number.class::isInstance) ? Kind.REAL : Kind.TEXT;
    }

    @Override
    public String name() {
        return "trials";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public void rows(Taker taker) throws IOException {
        for (var trial : trials) {
            var row = new Row(columns);
            stand(trial, row);
            configuration(trial, row);
            int begin = FIRST.size() + parameters.size();
            for (int i = 0; i < values.size(); i++) {
                int column = begin + i;
                trial.value(values.get(i)).ifPresent(value -> row.set(column, value));
            }
            taker.take(row);
        }
    }

    private static void stand(Trial trial, Row row) {
        var last = trial.stints().get(trial.stints().size() - 1);
        var cells = new @Nullable Object[] {
            (long) trial.number(),
            Words.state(trial),
            Words.reason(trial).orElse(null),
            trial.origin().sampler(),
            trial.origin().reasons().isEmpty()
                    ? null
                    : String.join("; ", trial.origin().reasons()),
            trial.repeats().isPresent() ? (Object) (long) trial.repeats().getAsInt() : null,
            trial.curve().reached(),
            trial.startedAt(),
            trial.outcome().isPresent() ? last.until().orElse(null) : null,
            trial.seconds(),
            last.worker(),
            (long) trial.threads(),
            trial.numericMode().isEmpty() ? null : trial.numericMode()
        };
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i];
            if (cell != null) {
                row.set(i, cell);
            }
        }
    }

    private void configuration(Trial trial, Row row) {
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            var value = trial.configuration().values().get(parameter.name());
            if (value != null) {
                int column = FIRST.size() + i;
                row.set(column, cell(parameter, value, columns.get(column).kind()));
            }
        }
    }

    private static <T> Object cell(Parameter<T> parameter, Object value, Kind kind) {
        var checked = parameter.check(value);
        if (kind == Kind.REAL) {
            return ((Number) checked).doubleValue();
        }
        if (kind == Kind.WHOLE) {
            return ((Number) checked).longValue();
        }
        return kind == Kind.TRUTH ? checked : parameter.label(checked);
    }
}
