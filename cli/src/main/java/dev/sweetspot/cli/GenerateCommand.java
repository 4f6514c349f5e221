package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.deep.learning.Drawn;
import dev.sweetspot.deep.learning.SavedInput;
import dev.sweetspot.deep.learning.SavedModel;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot generate MODEL}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Draws new images with a model that was trained by --task generation, a PNG each, and a sheet of them. The model "
                    + "file is all it needs; the same seed draws the same images.",
            "They are as large and as deep as those it was trained on. Of two channels, or more than three, or three of 16 "
                    + "bits, each channel is a file of its own."
        },
        footer = {"", "Example: sweetspot generate sweetspot-out/my-study/model.sweetspot --count 100 --out drawn"})
final class GenerateCommand implements Callable<Integer> {
    private static final String SHEET = "sheet.png";

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "The model.sweetspot of a job, or the folder it is in.")
    @SuppressWarnings("NullAway.Init") // required
    private Path model;

    @Option(names = "--count", paramLabel = "N", defaultValue = "64", description = "How many (default: 64).")
    private int count;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the images go: a folder that is new or empty.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "From which the random vectors follow (default: 1).")
    private long seed;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        check();
        Native.load();
        var file = TuneFolder.modelIn(model);
        try (var saved = SavedModel.load(file)) {
            if (!(saved.input() instanceof SavedInput.Vectors)) {
                throw new InvalidInputException(
                        "model",
                        Shown.name(file.toString()),
                        "judges items and draws none",
                        "sweetspot predict, or a model of --task generation?");
            }
            var drawn = saved.draw(count, seed);
            Files.createDirectories(out);
            var written = new ArrayList<Form>();
            for (int i = 0; i < drawn.size(); i++) {
                write(drawn, i, written);
            }
            ImageIO.write(drawn.sheet(), "png", out.resolve(SHEET).toFile());
            output.say(drawn.size() + " images were drawn into " + out + "; " + SHEET + " shows "
                    + (drawn.size() > 100 ? "the first hundred." : "them."));
            var entries = new LinkedHashMap<String, Form>();
            entries.put("files", Form.of(written));
            entries.put("sheet", Form.of(out.resolve(SHEET).toString()));
            output.result(Form.of(entries));
        }
        return 0;
    }

    private void write(Drawn drawn, int index, List<Form> written) throws IOException {
        var pictures = drawn.pictures(index);
        for (int c = 0; c < pictures.size(); c++) {
            var name = String.format(Locale.ROOT, "drawn-%05d", index + 1)
                    + (pictures.size() == 1 ? "" : "-channel-" + (c + 1)) + ".png";
            write(pictures.get(c), out.resolve(name));
            written.add(Form.of(out.resolve(name).toString()));
        }
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("no writer for PNG on this Java");
        }
    }

    private void check() throws IOException {
        if (count < 1 || count > 100_000) {
            throw new InvalidInputException("--count", count, "must be from 1 to 100000", "64?");
        }
        EmptyFolder.check(out);
    }
}
