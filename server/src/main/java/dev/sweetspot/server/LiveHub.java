package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Live events for all pages that follow something. A topic is asked how it stands as often as it likes, while somebody follows
 * it, however many do; each follower gets the latest state, and what was between is forgotten.
 */
final class LiveHub implements AutoCloseable {
    /** More pages than that follow nothing; a person has a few. */
    static final int MOST_FOLLOWERS = 64;

    static final int MOST_TOPICS = 8;

    private static final System.Logger LOG = System.getLogger(LiveHub.class.getName());
    private static final Duration TICK = Duration.ofMillis(100);

    private final List<Resource> resources;
    private final Duration patience;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "sweetspot-live"));
    private final ExecutorService askers = Executors.newFixedThreadPool(4, task -> daemon(task, "sweetspot-live-ask"));

    private final ScheduledFuture<?> ticking;

    /** @param patience how long a page may read nothing of what was written to it, before it is let go */
    LiveHub(List<Resource> resources, Duration patience) {
        this.resources = resources;
        this.patience = patience;
        this.ticking =
                ticker.scheduleAtFixedRate(this::safeTick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** One thing that is followed, as it stood when it was asked last. */
    static final class Topic {
        private final String name;
        private final Live live;
        private volatile boolean asking;
        private volatile long askedAt;
        private volatile Optional<State> state = Optional.empty();

        private Topic(String name, Live live) {
            this.name = name;
            this.live = live;
            this.askedAt = System.nanoTime() - live.every().toNanos();
        }

        /** How it stood; empty before it was asked. */
        Optional<State> state() {
            return state;
        }

        private void ask() {
            try {
                Form form;
                try {
                    form = live.now();
                } catch (RuntimeException | Error e) {
                    form = Failures.answer(e).form();
                }
                var text = Json.write(Answer.map("topic", Form.of(name), "state", form));
                if (state.isEmpty() || !state.get().text().equals(text)) {
                    state = Optional.of(new State(text, PageAssets.hash(text)));
                }
            } finally {
                askedAt = System.nanoTime();
                asking = false;
            }
        }
    }

    /**
     * @param text of the event
     * @param mark the same for the same text, whichever server made it: who has it needs it not again
     */
    record State(String text, String mark) {}

    /**
     * The topics of these names, for one more follower.
     *
     * @throws Refusal when there is none of that name, or nobody more can follow
     */
    List<Topic> topics(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_TOPICS) {
            throw new InvalidInputException("topics", names.size(), "must be from 1 to " + MOST_TOPICS, "");
        }
        if (followers.size() >= MOST_FOLLOWERS) {
            throw Refusal.busy("pages", followers.size(), "as many follow already as can", "close some?");
        }
        return names.stream().map(this::topic).toList();
    }

    private Topic topic(String name) {
        return topics.computeIfAbsent(name, unknown -> new Topic(unknown, live(unknown)));
    }

    private Live live(String name) {
        return resources.stream()
                .flatMap(resource -> resource.live(name).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("topic", name, ""));
    }

    /** Lets a follower have all that changes from now on. */
    void add(Follower follower) {
        followers.add(follower);
        // Between being named and being followed a topic may have been let go; whoever names it next should find this
        // one.
        follower.topics().forEach(topic -> topics.putIfAbsent(topic.name, topic));
    }

    /** How many follow something. */
    int size() {
        return followers.size();
    }

    /** One round that fails must not be the last one. */
    private void safeTick() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "live events failed once", e);
        }
    }

    private void tick() {
        followers.removeIf(Follower::ended);
        // What is followed says what is asked, and not what others could share of it: nobody waits for what nobody
        // asks.
        var followed = new HashSet<Topic>();
        followers.forEach(follower -> followed.addAll(follower.topics()));
        topics.values().retainAll(followed);
        long now = System.nanoTime();
        for (var topic : followed) {
            if (!topic.asking && now - topic.askedAt >= topic.live.every().toNanos()) {
                topic.asking = true;
                askers.execute(topic::ask);
            }
        }
        followers.forEach(follower -> follower.flush(patience));
    }

    @Override
    public void close() {
        ticking.cancel(false);
        ticker.shutdownNow();
        askers.shutdownNow();
        followers.forEach(Follower::end);
        followers.clear();
    }
}
