package dev.sweetspot.store.jdbc;

import static dev.sweetspot.testkit.SampleEvents.reported;
import static dev.sweetspot.testkit.SampleEvents.seeing;
import static dev.sweetspot.testkit.SampleEvents.started;

import dev.sweetspot.form.Form;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A process of its own that fills a small disk, says what it is told, makes room, and says whether all is there. */
final class Filler {
    private Filler() {}

    public static void main(String[] arguments) throws IOException {
        var disk = Path.of(arguments[0]);
        var ballast = Files.write(disk.resolve("ballast"), new byte[600_000]);
        var address = disk.resolve("studies.db").toString();
        int told = 1;
        try (var store = Stores.open(address)) {
            store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            store.append("s", List.of(seeing(0, started(0))));
            told = fill(store);
        }
        Files.delete(ballast);
        try (var store = Stores.open(address)) {
            boolean whole = store.read("s", 0).size() == told;
            var next = store.append("s", List.of(seeing(told, reported(0, told, "a", 1))));
            System.out.println(whole && next.equals(new Store.Appended.Done(told + 1)) ? "whole" : "not whole");
        }
    }

    /** How many events were acknowledged before the disk was full. */
    private static int fill(Store store) {
        int told = 1;
        try {
            while (true) {
                store.append("s", List.of(seeing(told, reported(0, told, "a", 1))));
                told++;
            }
        } catch (StoreException full) {
            System.out.println(full.getMessage());
            return told;
        }
    }
}
