package dev.sweetspot.cli;

import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The study that a command is about, where it only looks at one. */
final class NamedStudy {
    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Mixin
    private StoreOptions stores = new StoreOptions();

    /** Its store as everybody may read it; empty for the usual one. */
    String storeIfUnusual() {
        return stores.asFlag().isEmpty() ? "" : stores.shown();
    }

    /** Looks at it; its store is open for as long. */
    void read(Consumer<Study> look) {
        read((store, study) -> look.accept(study));
    }

    /** Looks at it, and at what its store knows beside. */
    void read(BiConsumer<Store, Study> look) {
        try (var store = stores.existing()) {
            look.accept(store, Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE));
        }
    }
}
