package dev.sweetspot.embedding;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.embedding.Layout;
import dev.sweetspot.math.embedding.Trustworthiness;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of t-SNE tried on some data. A trial lays the items out and says how far the map can be trusted (Venna and Kaski 2001:
 * {@link Trustworthiness}, of the 5 nearest) and how much is lost in it ({@link Layout#divergence}). It reports after each quarter
 * of its iterations; it has no checkpoint, since it computes the same again.
 */
public final class EmbeddingWorkload implements Workload {
    /** The name of the workload, and of the model in a study file. */
    public static final String NAME = "t-sne";

    /** How far neighbours in the map can be trusted, 0 to 1; the larger the better. */
    public static final String TRUSTWORTHINESS = "trustworthiness";

    /** How much is lost; comparable at one perplexity only. */
    public static final String DIVERGENCE = "kl_divergence";

    /** As scikit-learn and others count, so that figures can be compared. */
    public static final int NEIGHBOURS = 5;

    private static final int QUARTERS = 4;

    private final Path data;
    private final Items items;
    private final SearchSpace space;
    private final Objective objective;

    private EmbeddingWorkload(Path data, Items items, SearchSpace space, Objective objective) {
        this.data = data;
        this.items = items;
        this.space = space;
        this.objective = objective;
    }

    /**
     * What there is to try on some items.
     *
     * @param data where they lie
     * @param items as {@link Items#load} gave them
     * @param ranges parameters that are searched otherwise than usual, and relations
     * @param objective {@link #TRUSTWORTHINESS}, the usual one, or {@link #DIVERGENCE}
     * @throws InvalidInputException when a parameter is not known or its range is too wide for so many items, or nothing of that
     *     name is measured
     */
    public static EmbeddingWorkload of(Path data, Items items, SearchSpace ranges, Optional<String> objective) {
        return new EmbeddingWorkload(
                data.toAbsolutePath().normalize(),
                items,
                EmbeddingSpace.within(ranges, items.size()),
                objective(objective.orElse(TRUSTWORTHINESS)));
    }

    private static Objective objective(String name) {
        return switch (name) {
            case TRUSTWORTHINESS -> Objective.maximize(TRUSTWORTHINESS);
            case DIVERGENCE -> Objective.minimize(DIVERGENCE);
            default ->
                throw new InvalidInputException(
                        "objective", name, "is not measured of a map", TRUSTWORTHINESS + ", or " + DIVERGENCE + "?");
        };
    }

    static EmbeddingWorkload fromForm(Form.MapForm settings) {
        var fields = Fields.of(settings);
        var data = Path.of(fields.text("data"));
        var items = Items.load(data);
        if (!items.hash().equals(fields.text("hash"))) {
            throw new InvalidInputException(
                    "data", data, "is not what it was when the study began", "the data as it was?");
        }
        return of(
                data,
                items,
                SpaceForms.fromForm(fields.require("space"), fields.list("relations")),
                fields.findText("objective"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Form.MapForm settings() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("data", Form.of(data.toString()));
        entries.put("hash", Form.of(items.hash()));
        entries.put("objective", Form.of(objective.name()));
        entries.put("space", SpaceForms.toForm(space));
        entries.put("relations", SpaceForms.relationsToForm(space));
        return Form.of(entries);
    }

    @Override
    public SearchSpace space() {
        return space;
    }

    @Override
    public List<Objective> objectives() {
        return List.of(objective);
    }

    @Override
    public Fidelity fidelity() {
        return new Fidelity("quarters", 1, QUARTERS);
    }

    /** What is laid out. */
    public Items items() {
        return items;
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        var tsne = EmbeddingSpace.tsne(run.configuration());
        var layout = tsne.begin(items.points(), run.seed());
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            int until = quarter * tsne.steps() / QUARTERS;
            while (layout.done() < until) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (run.stopRequested() || isOver(run)) {
                    return values(layout);
                }
                layout.step();
            }
            if (quarter > run.from() || quarter >= run.target()) {
                var values = values(layout);
                if (run.report(quarter, values) != TrialRun.Answer.GO_ON || quarter >= run.target()) {
                    return values;
                }
            }
        }
        return values(layout);
    }

    private static boolean isOver(TrialRun run) {
        return run.deadline() != Long.MAX_VALUE && System.nanoTime() - run.deadline() >= 0;
    }

    private Measurements values(Layout layout) throws TrialFailure {
        var places = layout.places();
        if (!Arrays.stream(places).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new TrialFailure(
                    Outcome.Cause.NOT_FINITE, "map: its places ran away. Maybe a smaller learning_rate?");
        }
        return new Measurements(Map.of(
                TRUSTWORTHINESS, Trustworthiness.of(items.points(), places, NEIGHBOURS),
                DIVERGENCE, layout.divergence()));
    }

    /**
     * The map of a trial, whole: a place for each of {@link #items}, as the trial had them in the end.
     *
     * @param seed of the trial
     */
    public double[][] map(Configuration configuration, long seed) {
        var layout = EmbeddingSpace.tsne(configuration).begin(items.points(), seed);
        while (!layout.isDone()) {
            layout.step();
        }
        return layout.places();
    }
}
