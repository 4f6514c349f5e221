package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.data.image.Resampler;
import dev.sweetspot.data.image.Samples;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Two sets as one: data to learn from, and a test part that lies elsewhere. Names of the latter begin with "test:". */
final class Joined {
    private Joined() {}

    private record Source(ImageSet set, int index, @Nullable Part part) {}

    static Loaded<ImageSet> of(Loaded<ImageSet> data, Path dataPath, Loaded<ImageSet> test, Path testPath) {
        if (data.given().has(Part.TEST)) {
            throw new InvalidInputException(
                    "test",
                    Shown.name(testPath.toString()),
                    "must not be given, because " + Shown.name(dataPath.toString()) + " has a test part of its own",
                    "leave it out, or give the training folder alone?");
        }
        refuseOtherChannels(data.set(), test.set(), testPath);
        var sources = new TreeMap<String, Source>();
        for (int i = 0; i < data.set().size(); i++) {
            sources.put(
                    data.set().name(i),
                    new Source(data.set(), i, data.given().partOf(i).orElse(null)));
        }
        for (int i = 0; i < test.set().size(); i++) {
            sources.put("test:" + test.set().name(i), new Source(test.set(), i, Part.TEST));
        }
        var skipped = new ArrayList<>(data.skipped());
        test.skipped().forEach(file -> skipped.add(new Skipped("test:" + file.file(), file.reason())));
        var notes = new ArrayList<>(data.notes());
        test.notes().forEach(note -> notes.add("Test part: " + note));
        return join(data.set(), sources, testPath, skipped, notes);
    }

    private static Loaded<ImageSet> join(
            ImageSet like,
            SortedMap<String, Source> sources,
            Path testPath,
            List<Skipped> skipped,
            List<String> notes) {
        var builder = new ImageSetBuilder(sources.size(), like.shape(), like.depth());
        var labels = new int[sources.size()];
        var parts = new @Nullable Part[sources.size()];
        int i = 0;
        for (var source : sources.values()) {
            put(builder, i, source, like);
            labels[i] = like.labelled() ? label(source, like, testPath) : hint(source, like);
            parts[i] = source.part();
            i++;
        }
        var task = like.labelled()
                ? new Task.Classification(like.classNames(), labels)
                : hints(like)
                        .map(known ->
                                Task.blind(like.task().kind(), new Task.Classification(known.classNames(), labels)))
                        .orElseGet(() -> Task.blind(like.task().kind(), labels.length));
        var set = builder.build(task, List.copyOf(sources.keySet()));
        return new Loaded<>(set, GivenParts.of(parts), skipped, notes);
    }

    private static Optional<Task.Classification> hints(ImageSet set) {
        return set.task() instanceof Task.Generation generation ? generation.classes() : Optional.empty();
    }

    /** A class that nothing depends on: that of a test image is never learnt from, and may be one that the data has not. */
    private static int hint(Source source, ImageSet like) {
        var own = hints(source.set());
        var known = hints(like);
        return own.isEmpty() || known.isEmpty()
                ? 0
                : Math.max(
                        0,
                        known.get()
                                .classNames()
                                .indexOf(own.get().classNames().get(own.get().label(source.index()))));
    }

    private static int label(Source source, ImageSet like, Path testPath) {
        var name = source.set().classNames().get(source.set().label(source.index()));
        int label = like.classNames().indexOf(name);
        if (label < 0) {
            throw new InvalidInputException(
                    "test",
                    Shown.name(testPath.toString()),
                    "has the class " + Shown.name(name) + ", which the data does not have",
                    Shown.name(DidYouMean.maybe(name, like.classNames())));
        }
        return label;
    }

    private static void refuseOtherChannels(ImageSet data, ImageSet test, Path testPath) {
        if (test.channels() != data.channels() && !(test.channels() == 1 && data.channels() == 3)) {
            throw new InvalidInputException(
                    "test",
                    Shown.name(testPath.toString()),
                    "has images of " + test.channels() + " channels, and the data of " + data.channels(),
                    "convert them?");
        }
    }

    private static void put(ImageSetBuilder builder, int place, Source source, ImageSet like) {
        var raw = Resampler.resize(raw(source.set(), source.index()), like.height(), like.width());
        var coloured = like.channels() == raw.channels() ? raw : raw.asColour();
        new Decoded.Picture(coloured).putInto(builder, place, like.channels(), like.depth());
    }

    private static RawImage raw(ImageSet set, int index) {
        var bytes = new byte[set.bytesPerImage()];
        set.pixels().get(index * bytes.length, bytes);
        var buffer = ByteBuffer.wrap(bytes).order(set.pixels().order());
        var samples = set.depth() == Depth.U8
                ? new Samples.Bytes(bytes)
                : Samples.of(Depth.U16, bytes.length / Short.BYTES, i -> buffer.getShort(i * Short.BYTES) & 0xffff);
        return new RawImage(set.height(), set.width(), set.channels(), samples);
    }
}
