package dev.sweetspot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder as one file, so that it travels as other checkpoints do. */
final class Packed {
    private Packed() {}

    /** Files and folders; links are left out, because they may lead anywhere on another machine. */
    static void pack(Path folder, Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var all = Files.walk(folder)) {
            // Weights do not get smaller, and it is done while the program waits for nothing else.
            zip.setLevel(1);
            for (var each : all.sorted().toList()) {
                var name = folder.relativize(each).toString().replace('\\', '/');
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !name.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(name + "/"));
                } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(each, zip);
                }
            }
        }
    }

    /** @throws IOException also when a name in it leads out of the folder */
    static void unpack(Path file, Path folder) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the checkpoint names " + entry.getName() + ", which is outside of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    var parent = path.getParent();
                    Files.createDirectories(parent == null ? folder : parent);
                    Files.copy(zip, path);
                }
            }
        }
    }
}
