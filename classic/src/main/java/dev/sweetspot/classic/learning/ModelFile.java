package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicModel;
import dev.sweetspot.classic.family.ConstantModel;
import dev.sweetspot.classic.prepare.Preparation;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A fitted model as one file, a zip of two: {@code model.json} with the family, how columns are prepared, how answers are read
 * and how it was fitted; {@code model.bin} as the library writes it. The same fit gives the same bytes.
 */
final class ModelFile {
    private static final String FORM = "model.json";
    private static final String BYTES = "model.bin";
    private static final String KIND = "classic";
    private static final int FORMAT = 1;

    /** More is no model of a table. */
    private static final long MOST_BYTES = 1L << 31;

    /** Zip has no zone: the same everywhere. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ModelFile() {}

    /** A model in memory, and how it was fitted. */
    record Content(Fit fit, MapForm training) {}

    /** The name never stands for half a model, even when the power fails: written aside, synced, and then named. */
    static void write(Path file, Fit fit, MapForm training) throws IOException {
        var absolute = file.toAbsolutePath();
        var aside = absolute.resolveSibling(
                absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (var channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var zip = new ZipOutputStream(Channels.newOutputStream(channel));
                put(zip, FORM, Json.write(form(fit, training)).getBytes(StandardCharsets.UTF_8));
                put(zip, BYTES, fit.model().bytes());
                zip.finish();
                channel.force(true);
            }
            Files.move(aside, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        OutputStream out = zip;
        out.write(bytes);
        zip.closeEntry();
    }

    private static MapForm form(Fit fit, MapForm training) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("model", Form.of(KIND));
        entries.put("format", Form.of(FORMAT));
        entries.put("family", Form.of(fit.family()));
        entries.putAll(fit.answers().toEntries());
        entries.put("preparation", fit.preparation().toForm());
        entries.put("training", training);
        return Form.of(entries);
    }

    /** Whether a file looks like one. */
    static boolean recognises(Path file) {
        try (var in = Files.newInputStream(file)) {
            // The local file header of the first entry of a zip, and its name.
            var head = in.readNBytes(30 + FORM.length());
            return head.length == 30 + FORM.length()
                    && head[0] == 'P'
                    && head[1] == 'K'
                    && FORM.equals(new String(head, 30, FORM.length(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }

    static Content read(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var text = new String(bytes(zip, FORM), StandardCharsets.UTF_8);
            var form = Json.parseMap(text, FORM);
            var fields = Fields.of(form);
            if (!fields.findText("model").orElse("").equals(KIND)) {
                throw new IOException("it is another kind of model");
            }
            if (fields.integer("format") != FORMAT) {
                throw new IOException("it was written by a newer version, in format " + fields.integer("format"));
            }
            var family = fields.text("family");
            var fit = new Fit(
                    family,
                    Preparation.fromForm(fields.require("preparation")),
                    ClassicAnswers.fromFields(fields),
                    model(family, bytes(zip, BYTES)));
            return new Content(fit, (MapForm) fields.require("training"));
        }
    }

    private static ClassicModel model(String family, byte[] bytes) throws IOException {
        return family.equals(ConstantModel.NAME)
                ? ConstantModel.read(bytes)
                : ClassicFamilies.named(List.of(family)).get(0).read(bytes);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in it");
        }
        if (entry.getSize() > MOST_BYTES) {
            throw new IOException(name + " in it is too large");
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
