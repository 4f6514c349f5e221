package dev.sweetspot.cli;

import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trackers.Following;
import dev.sweetspot.trackers.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where else a study is shown while it runs. A resumed study is told again where: nothing about it is kept. */
final class TrackOptions {
    private static final String TRACK = "--track";

    /** How long the end of a command waits for a place that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Option(
            names = TRACK,
            split = "\n",
            paramLabel = "WHERE",
            description =
                    "Show the study in another program too while it runs: tensorboard:DIR writes for tensorboard "
                            + "--logdir DIR, mlflow:http://HOST:PORT sends to a server of MLflow. May be given more than once. Later: sweetspot export STUDY --to WHERE.")
    private List<String> places = new ArrayList<>();

    /** Refuses places that cannot be, before anything is done. */
    void check() {
        targets();
    }

    private List<Target> targets() {
        return places.stream().map(place -> Target.parse(TRACK, place)).toList();
    }

    /** Shows a study until it is closed. */
    Tracking follow(StoreOptions stores, String study, OutputOptions output) {
        var all = new ArrayList<Followed>();
        for (var target : targets()) {
            var store = stores.open();
            var opened = Study.open(store, study, Clock.systemUTC(), TuneSession.LEASE);
            all.add(new Followed(store, new Following(target, store, opened, output::progress, PATIENCE)));
        }
        return new Tracking(all);
    }

    /** One place and what is read for it. */
    private record Followed(Store store, Following following) {}

    /** All places. */
    static final class Tracking implements AutoCloseable {
        private final List<Followed> all;

        private Tracking(List<Followed> all) {
            this.all = all;
        }

        @Override
        public void close() {
            for (var each : all) {
                each.following().close();
                each.store().close();
            }
        }
    }
}
