package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Live;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.project.ProjectMoment;
import dev.sweetspot.studio.settings.Cost;
import dev.sweetspot.studio.settings.Matter;
import dev.sweetspot.studio.settings.SearchPlan;
import dev.sweetspot.studio.work.Manner;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import dev.sweetspot.studio.work.WorkState;
import dev.sweetspot.trial.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Trainings and searches of a project: begins, watches, pauses and goes on with them.
 *
 * @param workshop closed with this
 */
public record WorksResource(Workshop workshop) implements Resource {
    private static final String TOPIC = "work/";
    static final String WORK = "Its number, as the list has it.";

    private static final Takes SEARCH = Takes.json(
            Given.required("minutes", Kind.NUMBER, "How long it may take in all."),
            Given.optional("objectives", Kind.LIST, "What is to be better, by name."),
            Given.optional("limits", Kind.LIST, "Such as memory<=2GB."),
            Given.optional("settings", Kind.MAP, "What is fixed."),
            Given.optional("ranges", Kind.MAP, "What is searched otherwise than usual: 0.001..0.1, or a,b,c."),
            Given.optional("manner", Kind.MAP, "Texts for sampler, scheduler, workers and trial_seconds."));

    /** Fewer teach nothing, and leave no part to measure on. */
    private static final int LEAST_OF_A_CLASS = 3;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/projects/{project}/works",
                                "Lists the trainings and searches of a project, the newest first.",
                                call -> Answer.of(list(bench(call))))
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/trainings",
                                "Begins a training by hand.",
                                Takes.json(
                                        Given.required(
                                                "settings",
                                                Kind.MAP,
                                                "Texts by the names of what is not left at its default."),
                                        Given.optional(
                                                "from",
                                                Kind.MAP,
                                                "The study and the number of a trial whose checkpoint it goes on from.")),
                                this::train)
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/searches",
                                "Begins a search for better settings.",
                                SEARCH,
                                call -> begun(bench(call), search(call)))
                        .in("project", ProjectResource.PROJECT),
                Route.post(
                                "/api/projects/{project}/plan",
                                "Tells what a search would do, and what of it cannot be; begins nothing.",
                                SEARCH,
                                this::plan)
                        .in("project", ProjectResource.PROJECT)
                        .answers("Sentences, and what cannot be by the name of what was said wrongly."),
                one(Route.get(
                        "/api/projects/{project}/works/{work}",
                        "Tells all about one training or search.",
                        call -> Answer.of(whole(bench(call), work(call))))),
                one(Route.post(
                        "/api/projects/{project}/works/{work}/pause",
                        "Puts it aside, to be gone on with.",
                        Takes.NOTHING,
                        this::pause)),
                one(Route.post(
                        "/api/projects/{project}/works/{work}/resume",
                        "Goes on with it.",
                        Takes.NOTHING,
                        this::resume)),
                one(Route.post(
                        "/api/projects/{project}/works/{work}/more",
                        "Searches on after the end.",
                        Takes.json(Given.required("minutes", Kind.NUMBER, "How long, from now to its end.")),
                        this::more)),
                one(Route.post(
                        "/api/projects/{project}/works/{work}/epochs",
                        "Begins a training that goes on where this one ended.",
                        Takes.json(Given.required("epochs", Kind.WHOLE, "How many epochs more.")),
                        this::epochs)),
                one(Route.post(
                        "/api/projects/{project}/works/{work}/stop",
                        "Ends a search before its time; its winner is trained.",
                        Takes.NOTHING,
                        this::stop)));
    }

    static Route one(Route route) {
        return route.in("project", ProjectResource.PROJECT).in("work", WORK);
    }

    private Workshop.Bench bench(Call call) {
        return workshop.bench(call.path("project"));
    }

    private Work work(Call call) {
        return work(bench(call), call.path("work"));
    }

    /** The work of a number in an address. */
    static Work work(Workshop.Bench bench, String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .flatMap(wanted -> bench.works().all().stream()
                        .filter(work -> work.number() == wanted)
                        .findFirst())
                .orElseThrow(() -> Refusal.unknown("work", number, ""));
    }

    private static Form list(Workshop.Bench bench) {
        return Answer.map(
                "works",
                Form.of(bench.works().all().stream()
                        .map(work -> brief(bench, work))
                        .toList()));
    }

    static Form brief(Workshop.Bench bench, Work work) {
        var sighting = work.sighting();
        return WorkForms.brief(work, sighting, bench.studies().trial(sighting));
    }

    private static Form whole(Workshop.Bench bench, Work work) {
        var sighting = work.sighting();
        return WorkForms.whole(work, sighting, bench.studies().trial(sighting));
    }

    private Answer train(Call call) throws IOException {
        var settings = SettingsResource.texts(call.body().find("settings"));
        var from = call.body().find("from").map(form -> SettingsResource.texts((MapForm) form));
        return from.isEmpty()
                ? begun(bench(call), new Wish.Training(settings))
                : new Further(bench(call)).ofTrial(settings, from.get());
    }

    private Answer epochs(Call call) throws IOException {
        return new Further(bench(call)).ofTraining(work(call), call.body().whole("epochs"));
    }

    private Answer more(Call call) {
        var bench = bench(call);
        requireRest(bench);
        return Answer.of(brief(
                bench, bench.works().searchOn(work(call).number(), call.body().number("minutes"))));
    }

    private static Wish.Search search(Call call) {
        var body = call.body();
        return new Wish.Search(
                body.number("minutes"),
                texts(body.list("objectives")),
                texts(body.list("limits")),
                SettingsResource.texts(body.find("settings")),
                SettingsResource.texts(body.find("ranges")),
                Manner.of(SettingsResource.texts(body.find("manner"))));
    }

    private Answer plan(Call call) {
        return Answer.of(SearchPlan.of(Matter.of(bench(call).project().project().view()), search(call))
                .toForm());
    }

    private static List<String> texts(Form.ListForm list) {
        return list.items().stream()
                .filter(TextForm.class::isInstance)
                .map(item -> ((TextForm) item).value())
                .toList();
    }

    static void requireRest(Workshop.Bench bench) {
        var running = bench.works().all().stream()
                .filter(work -> work.state() instanceof WorkState.Running)
                .findFirst();
        if (running.isPresent()) {
            throw Refusal.conflict(
                    "work",
                    running.get().number(),
                    "is still running, and two at once only slow each other",
                    "pause it?");
        }
    }

    /** What cannot be is refused before a process is begun for it. */
    private static Answer begun(Workshop.Bench bench, Wish wish) throws IOException {
        requireRest(bench);
        bench.project().incoming().requireRest();
        var view = bench.project().project().view();
        requireLabels(bench);
        if (wish instanceof Wish.Training training) {
            Cost.of(Matter.of(view), training.settings());
        } else if (wish instanceof Wish.Search search) {
            SearchPlan.of(Matter.of(view), search).requirePossible();
        }
        var work = bench.works().begin(wish, folder -> moment(bench, view.version(), folder));
        return Answer.created(brief(bench, work));
    }

    private static Path moment(Workshop.Bench bench, long version, Path folder) throws IOException {
        var file = folder.resolve(ProjectMoment.named(bench.project().address() + "-" + version));
        if (!Files.exists(file)) {
            new ProjectMoment(bench.folder().toAbsolutePath(), version).write(file);
        }
        return file;
    }

    private static void requireLabels(Workshop.Bench bench) {
        var view = bench.project().project().view();
        var enough = view.categories().stream()
                .filter(category -> Arrays.stream(view.present())
                                .filter(image -> view.label(image)
                                        .filter(label -> label.category() == category.id())
                                        .isPresent())
                                .count()
                        >= LEAST_OF_A_CLASS)
                .count();
        if (enough < 2) {
            throw new InvalidInputException(
                    "categories with labelled images",
                    enough,
                    "must be at least 2, each with " + LEAST_OF_A_CLASS + " images or more",
                    "label some more?");
        }
    }

    private Answer pause(Call call) {
        var work = work(call);
        work.pause();
        return Answer.of(brief(bench(call), work));
    }

    private Answer resume(Call call) {
        var bench = bench(call);
        return Answer.of(brief(bench, bench.works().resume(work(call).number())));
    }

    private Answer stop(Call call) {
        var bench = bench(call);
        var work = work(call);
        var study = work.sighting().study().flatMap(bench.studies()::study);
        if (!(work.wish() instanceof Wish.Search) || study.isEmpty()) {
            throw Refusal.conflict("work", work.number(), "is no search that has begun", "pause it?");
        }
        study.get().order(Standing.STOPPED, "by hand");
        return Answer.of(brief(bench, work));
    }

    /** "work/PROJECT/NUMBER" for one, "work/PROJECT" for all of a project. */
    @Override
    public Optional<Live> live(String topic) {
        if (!topic.startsWith(TOPIC)) {
            return Optional.empty();
        }
        var names = topic.substring(TOPIC.length()).split("/", -1);
        if (!workshop.has(names[0]) || names.length > 2) {
            return Optional.empty();
        }
        var bench = workshop.bench(names[0]);
        return Optional.of(names.length == 1 ? () -> list(bench) : () -> brief(bench, work(bench, names[1])));
    }

    @Override
    public void close() {
        workshop.close();
    }
}
