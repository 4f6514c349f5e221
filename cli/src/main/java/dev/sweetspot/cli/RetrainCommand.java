package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.job.Bundle;
import dev.sweetspot.job.Measured;
import dev.sweetspot.job.Retraining;
import dev.sweetspot.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot retrain BUNDLE}. */
@Command(
        name = "retrain",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the winner of a job again, exactly as it was trained: the same data, split, seed, threads, precision "
                    + "and schedule. Measures it on the same test part and says whether it is the same.",
            "On the same kind of processor it is the same to the last bit. Data with other content is refused. The exit "
                    + "code is 1 where the test figures differ."
        },
        footer = {"", "Example: sweetspot retrain sweetspot-out/my-study --out again"})
final class RetrainCommand implements Callable<Integer> {
    private static final String WRITING = ".retrain-";

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle.json of a job, or the folder it is in.")
    @SuppressWarnings("NullAway.Init") // required
    private Path place;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Where the data lies now, if it has moved; its content must be the same.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "PATH",
            description = "Where the test part lies now, if it lay apart and has moved.")
    private Optional<Path> test = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads to use (default: as many as before; with another number the last bits differ).")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the model and its report there; the folder must be new or empty (default: nothing is "
                    + "kept).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        check();
        devices.check();
        var bundle = read().at(data, test);
        bundle.data().ifPresent(this::requireThere);
        var device = devices.device(Optional.of(Environment.device(bundle.environment())));
        output.progress("Reading the data of study " + bundle.study());
        var learner = on(device, bundle.learner());
        if (learner instanceof NetworkLearning networks) {
            MemoryRoom.now(device).require(networks, bundle.configuration(learner), "this configuration", 1);
        }
        int used = threads.orElse(bundle.run().threads());
        var differences = differences(bundle, used, device);
        differences.forEach(output::progress);
        output.progress("Training it again with " + used + (used == 1 ? " thread" : " threads") + ": "
                + bundle.run().course().steps() + " steps");
        try (var again = Retraining.run(bundle, learner, used, new EpochLines(output)::at)) {
            return write(bundle, again, differences);
        }
    }

    /** In a folder of its own first: whoever looks finds a whole model or none. */
    private int write(Bundle bundle, Measured again, List<String> differences) throws IOException {
        var scratch = out.isPresent()
                ? Files.createTempDirectory(Files.createDirectories(out.get()), WRITING)
                : Files.createTempDirectory("sweetspot-retrain-");
        try {
            return conclude(bundle, again, scratch.resolve(TuneFolder.MODEL), differences);
        } finally {
            FolderTree.delete(scratch);
        }
    }

    private void check() throws IOException {
        threads.ifPresent(count -> {
            if (count < 1 || count > 1024) {
                throw new InvalidInputException("--threads", count, "must be from 1 to 1024", "leave it out?");
            }
        });
        if (out.isPresent()) {
            EmptyFolder.check(out.get(), RetrainCommand::isHalf);
        }
    }

    /** A model that was not written to its end. */
    private static boolean isHalf(Path path) {
        return String.valueOf(path.getFileName()).startsWith(WRITING);
    }

    private Bundle read() throws IOException {
        var file = Files.isDirectory(place) ? place.resolve(TuneFolder.BUNDLE) : place;
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(
                    "bundle",
                    Shown.name(place.toString()),
                    Files.isDirectory(place) ? "holds no " + TuneFolder.BUNDLE : "is not there",
                    "the folder of a job: sweetspot-out/STUDY?");
        }
        return Bundle.fromForm(Json.parseMap(Files.readString(file), file.toString()));
    }

    private void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(path.toString()),
                    "is not there any more",
                    "it has moved? Then: sweetspot retrain " + place + " --data PLACE");
        }
    }

    private static Learner on(Device device, Learner learner) {
        return learner instanceof NetworkLearning networks ? networks.on(device) : learner;
    }

    private static List<String> differences(Bundle bundle, int threads, Device device) {
        var sentences = new ArrayList<>(bundle.differences(Environment.now(device)));
        if (threads != bundle.run().threads()) {
            sentences.add(
                    "It was trained with " + bundle.run().threads() + " threads, and is now with " + threads + ".");
        }
        var before = Environment.device(bundle.environment());
        if (before.equals(Device.CPU.word()) && device != Device.CPU) {
            sentences.add("It was trained on the " + before + ", and is now on " + device.word() + ".");
        }
        if (!sentences.isEmpty()) {
            sentences.add("So the last bits may differ, and with them the figures a little.");
        }
        return sentences;
    }

    private int conclude(Bundle bundle, Measured again, Path aside, List<String> differences) throws IOException {
        again.model().save(aside);
        boolean sameModel =
                Bundle.hash(Files.readAllBytes(aside)).equals(bundle.proof().model());
        var now = ReportForms.toForm(again.test());
        var before = bundle.proof().test();
        boolean sameTest = Json.write(now).equals(Json.write(before));
        var leading = again.test().leading();
        output.say(String.format(
                Locale.ROOT,
                "On the test part its %s is %.4f; it was %s.",
                leading.inWords(),
                leading.value(),
                before.find(leading.metric())
                        .map(form -> form instanceof Form.NumberForm number
                                ? String.format(Locale.ROOT, "%.4f", number.doubleValue())
                                : "not a number")
                        .orElse("not written down")));
        output.say(verdict(sameTest, sameModel));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(bundle.study()));
        entries.put("same_test", Form.of(sameTest));
        entries.put("same_model", Form.of(sameModel));
        entries.put("test", now);
        entries.put("before", before);
        entries.put("differences", Form.of(differences.stream().map(Form::of).toList()));
        if (out.isPresent()) {
            var model = out.get().resolve(TuneFolder.MODEL);
            Files.writeString(out.get().resolve("report.json"), Json.writeIndented(Form.of(entries)));
            Files.move(aside, model);
            entries.put("model", Form.of(model.toAbsolutePath().normalize().toString()));
            output.say("The model is " + model + ".");
        }
        output.result(Form.of(entries));
        return sameTest ? 0 : 1;
    }

    private static String verdict(boolean sameTest, boolean sameModel) {
        if (sameModel) {
            return "The model is the same, bit for bit.";
        }
        return sameTest
                ? "All figures on the test part are the same; the model differs in its last bits."
                : "The figures on the test part are not the same.";
    }
}
