package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDriveTest {
    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "NFS", "cifs", "smb2", "smb3", "smbfs", "fuse.sshfs", "lustre", "ceph"})
    void drivesThatMachinesShareAreKnownByTheirKind(String type) {
        assertThat(NetworkDrive.isOne(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "NTFS", "zfs", "ext2/ext3", "f2fs"})
    void disksOfTheMachineAreNone(String type) {
        assertThat(NetworkDrive.isOne(type)).isFalse();
    }

    @Test
    void theCautionNamesTheFileTheReasonAndTheWayOut() {
        assertThat(NetworkDrive.caution(Path.of("/home/me/studies.db"), "nfs4"))
                .startsWith("store = /home/me/studies.db: lies on a network drive (nfs4)")
                .contains("as soon as two machines use the file")
                .contains("Maybe a file on a disk of this machine, or --store postgresql://");
    }

    @Test
    void nothingIsSaidOfADiskOfThisMachineWhetherTheFileIsThereOrNot(@TempDir Path folder) {
        assertThat(Stores.caution(folder.resolve("not/there/yet/studies.db").toString()))
                .isEmpty();
        assertThat(Stores.caution(folder.toString())).isEmpty();
        assertThat(Stores.caution("postgresql://me@nowhere/studies")).isEmpty();
    }
}
