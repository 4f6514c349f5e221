package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Measurements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search of a challenge whose results have noise.
 *
 * @param challenge with one objective
 * @param searcher who searches
 * @param ratio standard deviation of the noise, in those of the true values of the best twentieth of random configurations
 * @param trials how many
 * @param seed of the study and of the noise
 */
record NoisySearch(Challenge challenge, Searcher searcher, double ratio, int trials, long seed) {
    private static final int DRAWS = 2000;
    private static final double TOP = 0.05;

    /**
     * What came out.
     *
     * @param studied the study at its end
     * @param noise the standard deviation of the noise
     */
    record Ended(Studied studied, double noise) {}

    /** The true loss of a configuration. */
    double truth(Configuration configuration) {
        return challenge
                .losses(challenge
                        .trial()
                        .at(configuration, challenge.problem().fidelity().most()))[0];
    }

    /** Searches, or finds it in the folder where there is one. */
    Ended run(Optional<Path> folder) {
        double noise = ratio * top();
        var file = folder.map(path ->
                path.resolve((challenge.name() + "__" + searcher.label() + "__" + ratio + "__" + trials + "__s" + seed)
                                .replaceAll("[^\\w.+-]", "_")
                        + ".json"));
        var kept = file.filter(Files::isRegularFile);
        if (kept.isPresent()) {
            return new Ended(again(read(kept.get())), noise);
        }
        var study = Searching.study(challenge, searcher, seed, new Budget.Trials(trials));
        var objective = challenge.problem().objectives().get(0);
        while (study.ask(new Claim("benchmark", 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
            double luck = noise
                    * Seeds.generator(Seeds.of(run.trial().seed(), 0, Seeds.Purpose.TRIAL))
                            .nextGaussian();
            double loss = truth(run.trial().trial().configuration()) + luck;
            run.trial().complete(Measurements.of(objective.name(), objective.loss(loss)), 0);
        }
        var studied = Studied.of(study);
        file.ifPresent(path -> write(path, studied));
        return new Ended(studied, noise);
    }

    private double top() {
        var random = Seeds.generator(1);
        var encoding = Encoding.of(challenge.problem().space());
        var losses = new double[DRAWS];
        Arrays.setAll(losses, i -> truth(encoding.draw(random).orElseThrow()));
        Arrays.sort(losses);
        int count = (int) (TOP * DRAWS);
        double mean = Arrays.stream(losses, 0, count).average().orElseThrow();
        return Math.sqrt(Arrays.stream(losses, 0, count)
                .map(loss -> (loss - mean) * (loss - mean))
                .average()
                .orElseThrow());
    }

    /** A study in which the same was tried, with the same results. */
    private Studied again(Form kept) {
        var space = challenge.problem().space();
        var configurations = new ArrayList<Configuration>();
        var values = new ArrayList<Double>();
        for (var item : Fields.of(kept).list("trials").items()) {
            var fields = Fields.of(item);
            configurations.add(SpaceForms.configurationFromForm(fields.require("configuration"), space));
            values.add(fields.number("value"));
        }
        var objective = challenge.problem().objectives().get(0);
        var spec = new StudySpec(
                challenge.name(),
                seed,
                space,
                challenge.problem().objectives(),
                challenge.problem().fidelity(),
                new Budget.Trials(values.size()),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                configurations,
                Form.of(Map.of()));
        var study = Study.create(new InMemoryStore(), spec, () -> Instant.EPOCH, Duration.ofHours(1));
        for (double value : values) {
            var asked = (Ask.Run) study.ask(new Claim("benchmark", 1, 1, Duration.ZERO));
            asked.trial().complete(Measurements.of(objective.name(), value), 0);
        }
        return Studied.of(study);
    }

    private static Form read(Path file) {
        try {
            return Json.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void write(Path file, Studied studied) {
        var name = studied.spec().objectives().get(0).name();
        List<Form> trials = new ArrayList<>();
        for (var trial : studied.history().trials()) {
            Map<String, Form> entries = new LinkedHashMap<>();
            entries.put("configuration", SpaceForms.toForm(trial.configuration()));
            entries.put("value", Form.of(trial.value(name).orElseThrow()));
            trials.add(Form.of(entries));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Json.write(Form.of(Map.of("trials", Form.of(trials)))) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
