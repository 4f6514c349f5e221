package dev.sweetspot.server.studies;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.server.Answer;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a study in rows and columns, in any order, a page at a time: of 50,000 trials a person sees thirty. Orders are
 * kept as long as nothing has happened in the study.
 */
final class TrialTable {
    /** What a column of numbers is called. */
    static final String NUMBER = "number";

    private static final int MOST_ORDERS = 8;

    private final Map<String, int[]> orders = new HashMap<>();
    private long version = -1;
    private Set<Integer> held = Set.of();
    private List<Column> columns = List.of();

    /**
     * One column.
     *
     * @param kind "number" or "text"
     * @param value of a trial: a number, a text, or nothing
     */
    record Column(String name, String kind, Function<Trial, Optional<Object>> value) {}

    /**
     * @param sort a column; trials without a value in it come last
     * @param state only trials that stand so; empty for all
     * @param search only trials whose values are so, as {@link TrialSearch} reads it; empty for all
     */
    record Wanted(String sort, boolean descending, String state, String search, int from, int count) {}

    /** A page of it. */
    synchronized MapForm page(Study study, Set<Integer> heldNow, Wanted wanted) {
        var history = study.history();
        if (version != history.version() || !held.equals(heldNow)) {
            version = history.version();
            held = heldNow;
            orders.clear();
            columns = columns(study, history);
        }
        var order = order(study, history, wanted);
        var rows = new ArrayList<Form>();
        int end = Math.min(order.length, wanted.from() + wanted.count());
        for (int i = Math.min(wanted.from(), order.length); i < end; i++) {
            var trial = history.trial(order[i]);
            rows.add(Form.of(columns.stream()
                    .map(column -> cell(column.value().apply(trial)))
                    .toList()));
        }
        return Answer.map(
                "version", Form.of(history.version()),
                "total", Form.of(order.length),
                "from", Form.of(wanted.from()),
                "columns",
                        Form.of(columns.stream()
                                .map(column ->
                                        Answer.map("name", Form.of(column.name()), "kind", Form.of(column.kind())))
                                .toList()),
                "rows", Form.of(rows));
    }

    private static Form cell(Optional<Object> value) {
        if (value.isEmpty()) {
            return new Form.NullForm(Position.NONE);
        }
        return value.get() instanceof Number number
                ? Form.of(number.doubleValue())
                : Form.of(String.valueOf(value.get()));
    }

    private int[] order(Study study, History history, Wanted wanted) {
        var key = wanted.sort() + "\n" + wanted.descending() + "\n" + wanted.state() + "\n" + wanted.search();
        var known = orders.get(key);
        if (known != null) {
            return known;
        }
        if (orders.size() >= MOST_ORDERS) {
            orders.clear();
        }
        var column = columns.stream()
                .filter(each -> each.name().equals(wanted.sort()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("sort", wanted.sort(), "is no column", "trial?"));
        var search = TrialSearch.of(wanted.search(), searchable(study));
        var trials = history.trials().stream()
                .filter(trial ->
                        wanted.state().isEmpty() || StudyForms.word(trial, held).equals(wanted.state()))
                .filter(search)
                .toArray(Trial[]::new);
        var values = new HashMap<Integer, Object>();
        for (var trial : trials) {
            column.value().apply(trial).ifPresent(value -> values.put(trial.number(), value));
        }
        Comparator<Trial> byValue =
                (one, other) -> compare(values.get(one.number()), values.get(other.number()), wanted.descending());
        Arrays.sort(trials, byValue.thenComparingInt(Trial::number));
        var order = Arrays.stream(trials).mapToInt(Trial::number).toArray();
        orders.put(key, order);
        return order;
    }

    private static int compare(@Nullable Object one, @Nullable Object other, boolean descending) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        int before = one instanceof Number first && other instanceof Number second
                ? Double.compare(first.doubleValue(), second.doubleValue())
                : String.valueOf(one).compareTo(String.valueOf(other));
        return descending ? -before : before;
    }

    private List<Column> columns(Study study, History history) {
        var all = new ArrayList<Column>();
        all.add(number("trial", trial -> Optional.of(trial.number())));
        all.add(new Column("state", "text", trial -> Optional.of(StudyForms.word(trial, held))));
        for (var objective : study.spec().objectives()) {
            all.add(number(
                    objective.name(),
                    trial -> finite(trial.value(objective.name()).orElse(Double.NaN))));
        }
        all.add(number("reached", trial -> Optional.of(trial.curve().reached())));
        all.add(number("seconds", trial -> Optional.of(Math.round(trial.seconds() * 100) / 100.0)));
        all.add(new Column("by", "text", trial -> Optional.of(trial.origin().sampler())));
        for (var parameter : study.space().parameters()) {
            if (varies(parameter, history)) {
                all.add(column(parameter));
            }
        }
        return all;
    }

    /** The columns, and the parameters that are no column because all trials have the same value. */
    private Map<String, Column> searchable(Study study) {
        var all = new LinkedHashMap<String, Column>();
        study.space().parameters().forEach(parameter -> all.put(parameter.name(), column(parameter)));
        columns.forEach(column -> all.put(column.name(), column));
        return all;
    }

    private static Column number(String name, Function<Trial, Optional<Object>> value) {
        return new Column(name, NUMBER, value);
    }

    private static Optional<Object> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static Column column(Parameter<?> parameter) {
        var name = parameter.name();
        boolean number = parameter instanceof RealParameter || parameter instanceof IntegerParameter;
        return new Column(
                name,
                number ? NUMBER : "text",
                trial -> Optional.ofNullable(trial.configuration().values().get(name)));
    }

    /** Of forty settings of a network a search changes ten, and the others would hide them. */
    private static boolean varies(Parameter<?> parameter, History history) {
        @Nullable Object first = null;
        for (var trial : history.trials()) {
            var value = trial.configuration().values().get(parameter.name());
            if (value != null && first != null && !value.equals(first)) {
                return true;
            }
            first = value == null ? first : value;
        }
        return history.size() < 2;
    }
}
