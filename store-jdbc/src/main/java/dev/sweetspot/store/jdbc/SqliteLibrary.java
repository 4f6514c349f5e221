package dev.sweetspot.store.jdbc;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native code of the SQLite driver, unpacked once for all processes of a user. The driver alone (3.54) unpacks a megabyte
 * into the temporary folder whenever a process begins, and removes it when the process ends: one that is killed leaves it there
 * for good, and every worker that dies fills the disk a little more.
 */
final class SqliteLibrary {
    private static final System.Logger LOG = System.getLogger(SqliteLibrary.class.getName());

    /** Where the driver looks first; who has set it knows better. */
    private static final String PLACE = "org.sqlite.lib.path";

    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private static boolean settled;

    private SqliteLibrary() {}

    /** Tells the driver where its library lies, before it is used; unpacks it where nobody has. */
    static synchronized void settle() {
        if (!settled && System.getProperty(PLACE) == null && System.getProperty(TEMPORARY) == null) {
            var home = Path.of(System.getProperty("user.home"), ".sweetspot", "native");
            try {
                System.setProperty(
                        PLACE,
                        unpacked(home.resolve("sqlite-" + SQLiteJDBCLoader.getVersion()))
                                .toString());
            } catch (IOException e) {
                // The driver does as it always did.
                LOG.log(System.Logger.Level.DEBUG, "nothing can be unpacked into " + home, e);
            }
        }
        settled = true;
    }

    /** The folder in which the library for this system is, whole, whoever else unpacks it right now or died while doing so. */
    private static Path unpacked(Path version) throws IOException {
        var inside = LibraryLoaderUtil.getNativeLibResourcePath();
        var name = LibraryLoaderUtil.getNativeLibName();
        // A home may be shared by machines of different kinds.
        var folder = version.resolve(inside.substring(inside.indexOf("native/") + "native/".length()));
        var library = folder.resolve(name);
        if (!Files.exists(library)) {
            Files.createDirectories(folder);
            try (var lock = FileChannel.open(
                            folder.resolve("unpacking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (held.isValid() && !Files.exists(library)) {
                    unpack(inside + "/" + name, library);
                }
            }
        }
        return folder;
    }

    private static void unpack(String resource, Path library) throws IOException {
        var part = library.resolveSibling("part");
        try (var from = SQLiteJDBCLoader.class.getResourceAsStream(resource);
                var to = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            if (from == null) {
                throw new FileNotFoundException(resource);
            }
            from.transferTo(Channels.newOutputStream(to));
            to.force(true);
        }
        Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
    }
}
