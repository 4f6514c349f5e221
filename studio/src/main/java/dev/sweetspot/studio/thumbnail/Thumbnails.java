package dev.sweetspot.studio.thumbnail;

import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.data.image.Resampler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Small pictures of images, made once each and kept under the hash of the image, what it is shown as, and its size: the newest
 * in memory, the others on disk. Both are bounded; what is thrown away is made again. Any number of threads may ask; of those
 * who ask for the same at once one makes it.
 */
public final class Thumbnails {
    /** The longest side, in pixels; smaller images stay as they are. */
    public static final int SIDE = 96;

    private static final long MOST_MEMORY = 64L << 20;
    private static final long MOST_DISK = 1L << 30;

    private final Path folder;
    private final long mostMemory;
    private final long mostDisk;
    private final Map<String, byte[]> newest = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Object> making = new ConcurrentHashMap<>();
    private final AtomicLong onDisk = new AtomicLong(-1);
    private long inMemory;

    /** @param folder made when it is first needed; whoever deletes it loses only time */
    public Thumbnails(Path folder) {
        this(folder, MOST_MEMORY, MOST_DISK);
    }

    Thumbnails(Path folder, long mostMemory, long mostDisk) {
        this.folder = folder;
        this.mostMemory = mostMemory;
        this.mostDisk = mostDisk;
    }

    /** Gives the image, when its picture has to be made. */
    @FunctionalInterface
    public interface Source {
        /**
         * Decodes it.
         *
         * @throws IOException with the reason in words
         */
        RawImage image() throws IOException;
    }

    /**
     * The picture of an image.
     *
     * @param hash of its file, 64 hexadecimal digits
     * @param side the longest side, 16 to 4096
     * @throws IOException when the source has none
     */
    public byte[] get(String hash, Rendering rendering, int side, Source source) throws IOException {
        var key = key(hash, rendering, side);
        var known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        var mine = new Object();
        var lock = making.merge(key, mine, (first, second) -> first);
        try {
            synchronized (lock) {
                var meanwhile = find(key);
                return meanwhile.isPresent() ? meanwhile.get() : keep(key, made(source.image(), rendering, side));
            }
        } finally {
            making.remove(key, mine);
        }
    }

    /** Makes the picture of an image that is decoded already, if it is not there. */
    public void put(String hash, Rendering rendering, RawImage image) {
        var key = key(hash, rendering, SIDE);
        if (!Files.exists(file(key))) {
            keep(key, made(image, rendering, SIDE));
        }
    }

    /** What browsers have to be told of a picture: {@code image/png} or {@code image/jpeg}. */
    public static String type(byte[] picture) {
        return Picture.type(picture);
    }

    private static String key(String hash, Rendering rendering, int side) {
        if (!hash.matches("[0-9a-f]{64}") || side < 16 || side > 4096) {
            throw new IllegalArgumentException("no picture of " + hash + " with " + side + " pixels a side");
        }
        return hash + "-" + rendering.key() + "-" + side;
    }

    private static byte[] made(RawImage image, Rendering rendering, int side) {
        double factor = Math.min(1, (double) side / Math.max(image.height(), image.width()));
        var small = Resampler.resize(image, (int) Math.max(1, Math.round(image.height() * factor)), (int)
                Math.max(1, Math.round(image.width() * factor)));
        return Picture.of(rendering.draw(small));
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private Optional<byte[]> find(String key) {
        synchronized (newest) {
            var known = newest.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        try {
            var bytes = Files.readAllBytes(file(key));
            remember(key, bytes);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] keep(String key, byte[] bytes) {
        var file = file(key);
        try {
            Files.createDirectories(file.getParent());
            var incoming = Files.createTempFile(file.getParent(), "incoming", ".tmp");
            try {
                Files.write(incoming, bytes);
                Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(incoming);
            }
            makeRoom(bytes.length);
        } catch (IOException e) {
            // A full disk costs time, not pictures.
            System.getLogger(Thumbnails.class.getName()).log(System.Logger.Level.DEBUG, "thumbnail not kept", e);
        }
        remember(key, bytes);
        return bytes;
    }

    private void remember(String key, byte[] bytes) {
        synchronized (newest) {
            var before = newest.put(key, bytes);
            inMemory += bytes.length - (before == null ? 0 : before.length);
            var oldest = newest.entrySet().iterator();
            while (inMemory > mostMemory && oldest.hasNext()) {
                inMemory -= oldest.next().getValue().length;
                oldest.remove();
            }
        }
    }

    /** Bytes in memory. */
    long inMemory() {
        synchronized (newest) {
            return inMemory;
        }
    }

    private record Kept(Path file, long bytes, FileTime time) {}

    private void makeRoom(long more) throws IOException {
        if (onDisk.get() < 0) {
            long sum = kept().stream().mapToLong(Kept::bytes).sum();
            onDisk.compareAndSet(-1, sum);
        } else {
            onDisk.addAndGet(more);
        }
        if (onDisk.get() <= mostDisk) {
            return;
        }
        synchronized (this) {
            var files = kept();
            files.sort(Comparator.comparing(Kept::time));
            long sum = files.stream().mapToLong(Kept::bytes).sum();
            // A little more than has to be, so that it is not done for each new picture.
            for (var file : files) {
                if (sum <= mostDisk * 3 / 4) {
                    break;
                }
                Files.deleteIfExists(file.file());
                sum -= file.bytes();
            }
            onDisk.set(sum);
        }
    }

    /** Files come and go meanwhile, because others make pictures too: what is gone is passed over. */
    private List<Kept> kept() throws IOException {
        var files = new ArrayList<Kept>();
        Files.walkFileTree(folder, Set.of(), 2, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(new Kept(file, attributes.size(), attributes.lastModifiedTime()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
