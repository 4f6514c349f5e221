package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A process of its own that claims numbers, and prints each after it is acknowledged. */
final class Claimer {
    private Claimer() {}

    public static void main(String[] arguments) {
        try (var store = Stores.open(arguments[0])) {
            try {
                store.create(new StudyRecord("s", Instant.EPOCH, Form.of(Map.of())));
            } catch (InvalidInputException another) {
                System.err.flush();
            }
            int count = Integer.parseInt(arguments[2]);
            for (int done = 0; done < count; ) {
                int number = store.read("s", 0).size();
                var event = new Event.Started(
                        number,
                        Instant.EPOCH,
                        Configuration.empty(),
                        Origin.given("test"),
                        Start.FRESH,
                        1,
                        arguments[1],
                        1);
                if (store.append("s", List.of(new Store.Change(event, 0))) instanceof Store.Appended.Done) {
                    System.out.println(number);
                    done++;
                }
            }
        }
    }
}
