package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.SlowTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is not where it is said to be. */
class StorePlacesTest {
    @TempDir
    Path home;

    private SharedStudy made() {
        var study = SharedStudy.in(home, "cells", InstantSource.system());
        var trials = new SlowTrials(1, 1);
        study.begin(trials, 2, Kept.errand(trials));
        return study;
    }

    private static String refused(Object... words) {
        var ran = Ran.of(words);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        return ran.err();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show cells",
                "trials cells",
                "audit cells",
                "replay cells",
                "worker cells",
                "resume cells",
                "pause cells",
                "stop cells",
                "change cells --search x=0..0.5",
                "enqueue cells --set x=0.5",
                "clean",
                "copy --to elsewhere.db"
            })
    void whoLooksForAStudyWhereNothingIsIsToldSoAndLeavesNothingThere(String command) {
        var nowhere = home.resolve("mistyped").resolve("studies.db");
        var words = new ArrayList<Object>(
                List.of(command.replace("elsewhere", home + "/elsewhere").split(" ")));
        words.addAll(List.of("--store", nowhere));

        assertThat(refused(words.toArray()))
                .contains("--store = " + nowhere + ": is not there, and no study in it. Maybe ");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whoListsTheStudiesOfAStoreThatIsNotThereLeavesNothingThereEither() {
        var nowhere = home.resolve("studies.db");

        assertThat(Ran.of("studies", "--store", nowhere).out()).contains("No studies in " + nowhere);
        assertThat(Ran.of("studies", "--store", nowhere, "--json").out()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFolderIsNoStore() {
        assertThat(refused("show", "cells", "--store", home))
                .contains("--store = " + home + ": is a folder. Maybe " + home.resolve("studies.db") + "?");
    }

    @Test
    void aNameThatIsTakenIsRefusedBeforeTheDataAreRead() throws IOException {
        var study = made();
        var unread = Files.writeString(home.resolve("data.csv"), "not looked at");

        assertThat(refused("tune", unread, "--trials", 1, "--name", "cells", "--store", study.store()))
                .contains("study = cells: is there already. Maybe another --name, or: sweetspot resume cells --store "
                        + study.store())
                .doesNotContain("data.csv");
    }

    @Test
    void aStoreIsNoBackupOfItself() {
        var store = made().store();

        for (var same : List.of(store, "sqlite:" + home.resolve("x/../store.db"))) {
            assertThat(refused("copy", "cells", "--to", same, "--store", store))
                    .contains("is the store itself, in which a study is copied under another name only");
            assertThat(refused("copy", "--to", same, "--store", store)).contains("is the store itself");
        }
        var twin = Ran.of("copy", "cells", "--to", store, "--name", "twin", "--store", store);
        assertThat(twin.exitCode()).as(twin.err()).isZero();
        assertThat(twin.out()).contains("as twin");
    }
}
