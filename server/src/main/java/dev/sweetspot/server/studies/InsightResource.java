package dev.sweetspot.server.studies;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.ChartForms;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.compare.Answers;
import dev.sweetspot.insight.compare.Comparison;
import dev.sweetspot.insight.compare.Side;
import dev.sweetspot.insight.plot.Plots;
import dev.sweetspot.insight.report.HtmlReport;
import dev.sweetspot.insight.report.ReportForms;
import dev.sweetspot.insight.report.Reporter;
import dev.sweetspot.insight.report.Told;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.study.Study;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What can be learnt of studies: sentences, pictures as data, comparisons, reports. */
public final class InsightResource implements Resource {
    private static final String PATH = "/api/stores/{store}/studies/{study}";

    /** What was computed of a study stays right until something happens in it. */
    private static final int MOST_KEPT = 64;

    private final StudyStores stores;
    private final StudyLore lore;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param version of the history that it was computed of */
    private record Kept(long version, MapForm form) {}

    /** @param stores closed by whoever made them */
    public InsightResource(StudyStores stores, StudyLore lore) {
        this.stores = stores;
        this.lore = lore;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/plots", "Lists the kinds of pictures of studies.", call -> plots())
                        .answers("For each its name and the question that it answers."),
                StudyResource.about(
                                Route.get(PATH + "/words", "Says in sentences what came out of a study.", this::words))
                        .answers("Sections of sentences, points and figures, as a report has them."),
                StudyResource.about(Route.get(PATH + "/plots/{plot}", "Draws a study, as data.", this::plot))
                        .in("plot", "The name of a kind of picture.")
                        .answers("A chart, or why there is nothing to draw."),
                StudyResource.about(Route.get(PATH + "/report", "Hands over the report of a study.", this::report))
                        .answers("One HTML file that needs no network.", "text/html"),
                Route.get(
                                "/api/stores/{store}/compare",
                                "Says which of two studies has the better winner.",
                                this::compare)
                        .in("store", "The id of a store, as /api/stores lists them.")
                        .with(Given.required("first", Kind.TEXT, "The name of a study."))
                        .with(Given.required("second", Kind.TEXT, "The name of another one in the same store."))
                        .answers("Sentences, and in what their chosen configurations differ."));
    }

    private static Answer plots() {
        return Answer.of(Answer.map(
                "plots",
                Form.of(Plots.installed().stream()
                        .map(plot -> Answer.map("name", Form.of(plot.name()), "question", Form.of(plot.question())))
                        .toList())));
    }

    private Study study(Call call) {
        return stores.study(call.path("store"), call.path("study"));
    }

    private Told told(String store, Study study) {
        return new Told(
                Studied.of(study),
                lore.choice(study),
                lore.handed(study),
                lore.circumstances(stores.place(store).shown()));
    }

    private Answer words(Call call) {
        var study = study(call);
        return Answer.of(
                once(call, study, "words", () -> ReportForms.of(Reporter.words(told(call.path("store"), study)))));
    }

    private Answer plot(Call call) {
        var study = study(call);
        var plot = Plots.named(call.path("plot"));
        return Answer.of(once(call, study, "plot " + plot.name(), () -> {
            var drawing = plot.draw(Studied.of(study));
            return drawing instanceof Drawing.Drawn drawn
                    ? Answer.map("chart", ChartForms.of(drawn.chart()))
                    : Answer.map("nothing", Form.of(((Drawing.Nothing) drawing).reason()));
        }));
    }

    /** Computes it, unless nothing has happened since it was. */
    private MapForm once(Call call, Study study, String what, Supplier<MapForm> compute) {
        var key = call.path("store") + "/" + call.path("study") + "/" + what;
        long version = study.history().version();
        synchronized (kept) {
            var before = kept.get(key);
            if (before != null && before.version() == version) {
                return before.form();
            }
        }
        var form = compute.get();
        synchronized (kept) {
            kept.put(key, new Kept(version, form));
            var oldest = kept.keySet().iterator();
            while (kept.size() > MOST_KEPT) {
                oldest.next();
                oldest.remove();
            }
        }
        return form;
    }

    private Answer report(Call call) {
        var study = study(call);
        var html = HtmlReport.of(Reporter.of(told(call.path("store"), study)));
        return new Answer.Download(
                study.spec().name() + ".html",
                "text/html; charset=utf-8",
                out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer compare(Call call) {
        var store = call.path("store");
        var first = call.find("first").orElse("");
        var second = call.find("second").orElse("");
        var comparison = Comparison.of(side(store, first), side(store, second));
        var settings = comparison.settings().stream()
                .map(setting -> Answer.map(
                        "parameter", Form.of(setting.parameter()),
                        "first", value(setting.parameter(), setting.first().orElse("")),
                        "second", value(setting.parameter(), setting.second().orElse(""))))
                .toList();
        return Answer.of(Answer.map(
                "winners", StudyForms.texts(comparison.winners().sentences()),
                "searches",
                        StudyForms.texts(comparison
                                .searches()
                                .map(each -> each.sentences())
                                .orElse(List.of())),
                "settings", Form.of(settings)));
    }

    private Side side(String store, String name) {
        var study = stores.study(store, name);
        return new Side(
                Studied.of(study),
                lore.choice(study),
                lore.handed(study).flatMap(handed -> Answers.in(handed.folder())));
    }

    /** As configurations are written for people. */
    private static Form value(String parameter, Object value) {
        var words = Configuration.of(Map.of(parameter, value)).toString();
        return Form.of(words.substring(parameter.length() + 1));
    }
}
