package dev.sweetspot.studio.api;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.studio.overview.Balance;
import dev.sweetspot.studio.settings.Cost;
import dev.sweetspot.studio.settings.Matter;
import dev.sweetspot.studio.settings.SettingsForm;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What can be set before a training of a project, and what it will take. */
public record SettingsResource(Workshop workshop) implements Resource {
    /** Of a usual processor, until one training here has told how quick this one is. */
    private static final double GUESSED_PRODUCTS_A_SECOND = 2e10;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/projects/{project}/settings",
                                "Tells all that can be set before a training, by topics.",
                                this::settings)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/cost",
                                "Tells what a training with these settings will take.",
                                Takes.json(Given.required("settings", Kind.MAP, "Texts by the names of the settings.")),
                                this::cost)
                        .in("project", ProjectResource.PROJECT));
    }

    private Matter matter(Call call) {
        return Matter.of(
                workshop.bench(call.path("project")).project().project().view());
    }

    private Answer settings(Call call) {
        var entries = new LinkedHashMap<>(SettingsForm.of(matter(call)).toForm().entries());
        var view = workshop.bench(call.path("project")).project().project().view();
        entries.put("usual_metric", Form.of(Balance.of(view).isUneven() ? "balanced_accuracy" : "accuracy"));
        return Answer.of(Form.of(entries));
    }

    private Answer cost(Call call) {
        var bench = workshop.bench(call.path("project"));
        var matter = matter(call);
        var cost = Cost.of(matter, texts((MapForm) call.body().require("settings")));
        var measured = productsASecond(bench, matter);
        var entries = new LinkedHashMap<String, Form>();
        entries.put("weights", Form.of(cost.weights()));
        entries.put("memory_bytes", Form.of(cost.memoryBytes()));
        entries.put("seconds_an_epoch", Form.of(cost.productsAnEpoch() / measured.orElse(GUESSED_PRODUCTS_A_SECOND)));
        entries.put("measured", Form.of(measured.isPresent()));
        entries.put("configuration", SpaceForms.toForm(cost.configuration()));
        return Answer.of(Form.of(entries));
    }

    /** By name, in words. */
    static Map<String, String> texts(MapForm form) {
        var fields = Fields.of(form);
        var texts = new LinkedHashMap<String, String>();
        form.entries().keySet().forEach(name -> texts.put(name, fields.text(name)));
        return texts;
    }

    /** How quick the latest training here was; empty before the first. */
    private static OptionalDouble productsASecond(Workshop.Bench bench, Matter matter) {
        return bench.works().all().stream()
                .map(work -> rate(bench, matter, work))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble rate(Workshop.Bench bench, Matter matter, Work work) {
        if (!(work.wish() instanceof Wish.Training training)) {
            return OptionalDouble.empty();
        }
        var curve = bench.studies().trial(work.sighting()).map(Trial::curve);
        var seconds = curve.filter(seen -> seen.size() > 0).map(seen -> seen.seconds(seen.size() - 1) / seen.reached());
        return seconds.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Cost.of(matter, training.settings()).productsAnEpoch() / seconds.get());
    }

    /** For {@link Optional} of what a page may leave out. */
    static Map<String, String> texts(Optional<Form> form) {
        return form.map(map -> texts((MapForm) map)).orElse(Map.of());
    }
}
