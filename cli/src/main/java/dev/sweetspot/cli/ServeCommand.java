package dev.sweetspot.cli;

import dev.sweetspot.cli.earlier.EarlierStudies;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.server.asktell.OpenTrialResource;
import dev.sweetspot.server.asktell.Opened;
import dev.sweetspot.server.asktell.SearchResource;
import dev.sweetspot.server.asktell.Searches;
import dev.sweetspot.server.asktell.SearchesResource;
import dev.sweetspot.study.Lessons;
import dev.sweetspot.study.StudySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Searches for programs in any language, on this machine or many, over HTTP: they ask for trials and tell what "
                    + "came out, as JSON. See docs/guide/any-language.md; /api/openapi.json describes all that can be asked.",
            "Prints its address as the last line once it serves. Ctrl-C ends it; studies are kept, and clients go on when it "
                    + "is started again."
        },
        footer = {"", "Example: sweetspot serve --port 8322"})
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens; 0 for any that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "8322")
    private int port = 8322;

    @Option(
            names = "--lease",
            paramLabel = "SECONDS",
            description =
                    "How long a client may be silent before its trial goes to another one, where the client does not say "
                            + "it (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int lease = 60;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "Who proposes configurations, where a study does not say it (default: auto).",
            defaultValue = "auto")
    private String sampler = "auto";

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            description = "Who decides what runs and for how long, where a study does not say it (default: auto).",
            defaultValue = "auto")
    private String scheduler = "auto";

    @Mixin
    private AddressOptions address = new AddressOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (lease < 1) {
            throw new InvalidInputException("--lease", lease, "must be at least 1 second", "60?");
        }
        var settings = address.at(port);
        var chosen = new Chosen(sampler, scheduler);
        chosen.search();
        stores.requireWritable();
        var end = new CountDownLatch(1);
        var signals = Signals.taken(List.of("INT", "TERM"), end::countDown);
        var means = new Opened.Means(Clock.systemUTC(), Duration.ofSeconds(lease), learning.places(), this::lessons);
        var searches = new Searches(stores.open(), WorkerName.unique(), chosen, means);
        try (var server = WebServer.start(settings, resources(searches), Assets.NONE)) {
            var where = server.address().toString();
            output.result(Form.of(Map.of("address", Form.of(where))));
            output.progress("Studies are kept in " + stores.shown() + "; Ctrl-C ends it.");
            output.say(where);
            end.await();
            return 0;
        } finally {
            searches.close();
            signals.ifPresent(Signals.Taken::close);
        }
    }

    private static List<Resource> resources(Searches searches) {
        return List.of(new SearchesResource(searches), new SearchResource(searches), new OpenTrialResource(searches));
    }

    /** A client names studies of this store only: nobody over HTTP makes this process open a file. */
    private Lessons lessons(List<String> places, StudySpec study) {
        for (var place : places) {
            if (!place.startsWith("#") && !learning.places().contains(place)) {
                throw new InvalidInputException(
                        "learn_from", place, "must be a study of the same store here", "#" + place + "?");
            }
        }
        return new EarlierStudies(places, stores.address()).lessons(study);
    }
}
