package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Live;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.SafeName;
import dev.sweetspot.server.Takes;
import dev.sweetspot.studio.work.HomeForm;
import dev.sweetspot.studio.work.HomeState;
import dev.sweetspot.studio.work.Wish;
import dev.sweetspot.studio.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is taken home of a training or a search: its files, the forms for other programs, and all of it as one. */
public record HomeResource(Workshop workshop) implements Resource {
    private static final String TOPIC = "home/";
    private static final String UNKNOWN = "unknown-images.csv";

    @Override
    public List<Route> routes() {
        return List.of(
                WorksResource.one(Route.get(
                        "/api/projects/{project}/works/{work}/home",
                        "Lists what can be taken home, made or not, and the files that are there.",
                        call -> Answer.of(form(bench(call), result(call))))),
                WorksResource.one(Route.post(
                        "/api/projects/{project}/works/{work}/home",
                        "Begins to make one form of it, in the background.",
                        Takes.json(Given.required("form", Kind.TEXT, "Its name, as the list has it.")),
                        this::make)),
                WorksResource.one(Route.get(
                                        "/api/projects/{project}/works/{work}/files/{file}",
                                        "Gives one of the files.",
                                        this::file)
                                .answers("The file.", "application/octet-stream"))
                        .in("file", "Its name, as the list has it."),
                WorksResource.one(Route.get(
                                "/api/projects/{project}/works/{work}/all.zip",
                                "Gives all files, and what the model said of unknown images.",
                                this::all)
                        .answers("One folder of files.", "application/zip")));
    }

    private Workshop.Bench bench(Call call) {
        return workshop.bench(call.path("project"));
    }

    /** The work of a call, which has come to a model. */
    private Work result(Call call) {
        return result(bench(call), call.path("work"));
    }

    private static Work result(Workshop.Bench bench, String number) {
        var work = WorksResource.work(bench, number);
        if (work.wish() instanceof Wish.Prediction
                || !Files.isRegularFile(work.place().model())) {
            throw Refusal.conflict("work", work.number(), "has made no model yet", "wait until it is done?");
        }
        return work;
    }

    private static MapForm form(Workshop.Bench bench, Work work) {
        var forms = new ArrayList<Form>();
        for (var form : HomeForm.all()) {
            var state = bench.homes().state(work, form);
            forms.add(Answer.map(
                    "form", Form.of(form.name()),
                    "help", Form.of(form.help()),
                    "state", Form.of(state.word()),
                    "message", Form.of(state instanceof HomeState.Failed failed ? failed.message() : ""),
                    "names", Form.of(form.files().stream().map(Form::of).toList())));
        }
        var files = new ArrayList<Form>();
        try {
            for (var file : HomeFiles.of(work, bench.homes()).entrySet()) {
                files.add(Answer.map(
                        "file", Form.of(file.getKey()),
                        "bytes", Form.of(Files.size(file.getValue())),
                        "help", Form.of(HomeFiles.help(file.getKey()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.map("forms", Form.of(forms), "files", Form.of(files));
    }

    private Answer make(Call call) {
        var name = call.body().text("form");
        var form = HomeForm.find(name)
                .orElseThrow(() -> Refusal.unknown(
                        "form",
                        name,
                        HomeForm.all().stream().map(HomeForm::name).toList()));
        var bench = bench(call);
        var work = result(call);
        bench.homes().make(work, form);
        return Answer.of(form(bench, work));
    }

    /** A name from a request is compared with those that are there, and never becomes a path. */
    private Answer file(Call call) throws IOException {
        var name = call.path("file");
        var file = Optional.ofNullable(
                        HomeFiles.of(result(call), bench(call).homes()).get(name))
                .orElseThrow(() -> Refusal.unknown("file", name, ""));
        return new Answer.Download(name, "application/octet-stream", out -> HomeFiles.write(file, out));
    }

    private Answer all(Call call) throws IOException {
        var bench = bench(call);
        var work = result(call);
        var name = SafeName.of(bench.title() + " " + work.number());
        var files = HomeFiles.of(work, bench.homes());
        return new Answer.Download(name + ".zip", "application/zip", out -> {
            var zip = new ZipOutputStream(out);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(name + "/" + SafeName.of(file.getKey())));
                HomeFiles.write(file.getValue(), zip);
                zip.closeEntry();
            }
            unknown(bench, work, name, zip);
            zip.finish();
        });
    }

    /** What this model said last of images that nobody had labelled. */
    private static void unknown(Workshop.Bench bench, Work work, String folder, ZipOutputStream zip)
            throws IOException {
        var model = work.place().out().toAbsolutePath();
        var said = bench.works().all().stream()
                .filter(each -> each.wish() instanceof Wish.Prediction prediction
                        && prediction.model().equals(model)
                        && Files.isRegularFile(each.place().predictions()))
                .findFirst();
        if (said.isPresent()) {
            zip.putNextEntry(new ZipEntry(folder + "/" + UNKNOWN));
            PredictionsResource.write(bench, said.get(), zip);
            zip.closeEntry();
        }
    }

    /** "home/PROJECT/NUMBER". */
    @Override
    public Optional<Live> live(String topic) {
        if (!topic.startsWith(TOPIC)) {
            return Optional.empty();
        }
        var names = topic.substring(TOPIC.length()).split("/", -1);
        if (names.length != 2 || !workshop.has(names[0])) {
            return Optional.empty();
        }
        var bench = workshop.bench(names[0]);
        return Optional.of(() -> form(bench, result(bench, names[1])));
    }
}
