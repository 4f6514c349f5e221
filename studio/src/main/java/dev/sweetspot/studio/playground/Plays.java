package dev.sweetspot.studio.playground;

import dev.sweetspot.server.Refusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The playgrounds that are open: a few, each for a page. */
public final class Plays implements AutoCloseable {
    /** More only slow each other on a usual computer. */
    static final int MOST = 4;

    private final Runnable first;
    private final Map<String, Play> open = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param first is done before the engine is loaded for the first of them: loads what else of this program is native,
     *     because two such loads at once can wait for each other for ever ({@link dev.sweetspot.deep.tensor.Native})
     */
    public Plays(Runnable first) {
        this.first = first;
    }

    /**
     * Opens one. Where there are too many the one that nobody has looked at for longest is closed.
     *
     * @return what it is called
     * @throws Refusal when there are too many, and all are looked at
     */
    public String open(Choice choice) {
        Optional<Play> gone = Optional.empty();
        String name;
        synchronized (this) {
            open.values().removeIf(Play::ended);
            if (open.size() >= MOST) {
                var idle = open.entrySet().stream()
                        .filter(entry -> !entry.getValue().watched())
                        .min(Comparator.comparingLong(entry -> entry.getValue().lookedAt() - System.nanoTime()))
                        .orElseThrow(() -> Refusal.busy(
                                "playgrounds",
                                open.size(),
                                "are open already, and somebody looks at each",
                                "close one of the other pages?"));
                gone = Optional.ofNullable(open.remove(idle.getKey()));
            }
            name = UUID.randomUUID().toString().substring(0, 8);
            open.put(name, new Play(choice, first));
        }
        gone.ifPresent(Play::end);
        return name;
    }

    /**
     * One of them.
     *
     * @throws Refusal when there is none of that name any more
     */
    public synchronized Play get(String name) {
        return find(name)
                .orElseThrow(() -> Refusal.unknown(
                        "playground", name, "it was ended after some minutes without anybody: load the page again?"));
    }

    /** One of them, if it is there. */
    public synchronized Optional<Play> find(String name) {
        return Optional.ofNullable(open.get(name)).filter(play -> !play.ended());
    }

    /** Ends one. */
    public void end(String name) {
        Play play;
        synchronized (this) {
            play = get(name);
            open.remove(name);
        }
        play.end();
    }

    @Override
    public void close() {
        Map<String, Play> all;
        synchronized (this) {
            all = Map.copyOf(open);
            open.clear();
        }
        all.values().forEach(Play::end);
        all.values().forEach(Play::close);
    }
}
