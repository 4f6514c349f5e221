package dev.sweetspot.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a file lies on a drive that several machines may see. The processes that share a SQLite file share memory beside it,
 * which machines cannot, and trust in locks that many such drives only pretend to give (<a
 * href="https://www.sqlite.org/howtocorrupt.html">How to corrupt a SQLite database file</a>, 2.1; <a
 * href="https://www.sqlite.org/wal.html">Write-ahead logging</a>, 1). It is said and not refused: where only one machine uses
 * the file, as with homes that lie on a server, much works.
 */
final class NetworkDrive {
    /** As Linux and macOS name them, without a version behind. */
    private static final Set<String> KINDS = Set.of(
            "nfs",
            "cifs",
            "smb",
            "smbfs",
            "afs",
            "afpfs",
            "webdav",
            "davfs",
            "ncpfs",
            "lustre",
            "gpfs",
            "beegfs",
            "ceph",
            "glusterfs",
            "orangefs",
            "panfs",
            "sshfs",
            "fuse.sshfs",
            "fuse.glusterfs",
            "fuse.ceph",
            "fuse.davfs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.smbnetfs");

    private NetworkDrive() {}

    /** What people should know who keep a store in this file; it need not be there yet. Empty for a disk of the machine. */
    static Optional<String> caution(Path file) {
        return kind(file).map(kind -> caution(file, kind));
    }

    /** The same for a drive of that kind. */
    static String caution(Path file, String kind) {
        return "store = " + file + ": lies on a network drive (" + kind
                + "), where SQLite may lose or damage studies as soon"
                + " as two machines use the file, because locks and shared memory do not reach from one to the other. Use it"
                + " from one machine only. Maybe a file on a disk of this machine, or --store"
                + " postgresql://USER:PASSWORD@HOST/DATABASE, which any number of machines may share?";
    }

    private static Optional<String> kind(Path file) {
        var there = file.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        var root = there.getRoot();
        if (root != null && root.toString().startsWith("\\\\")) {
            // Windows names the server, and then the file system that it has.
            return Optional.of(root.toString());
        }
        try {
            return Optional.of(Files.getFileStore(there).type()).filter(NetworkDrive::isOne);
        } catch (IOException notKnown) {
            return Optional.empty();
        }
    }

    /** @param type of a {@link java.nio.file.FileStore}: "ext4", "nfs4" */
    static boolean isOne(String type) {
        return KINDS.contains(type.toLowerCase(Locale.ROOT).replaceFirst("\\d+$", ""));
    }
}
