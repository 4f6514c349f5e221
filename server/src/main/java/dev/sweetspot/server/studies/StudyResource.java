package dev.sweetspot.server.studies;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Answer;
import dev.sweetspot.server.Call;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import dev.sweetspot.server.Live;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.server.Resource;
import dev.sweetspot.server.Route;
import dev.sweetspot.server.Takes;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Standing;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One study: how it stands, its trials, and whether it is worked on. */
public final class StudyResource implements Resource {
    private static final String TOPIC = "study/";
    private static final String PATH = "/api/stores/{store}/studies/{study}";
    private static final int MOST_ROWS = 1000;

    private final StudyStores stores;
    private final StudyLore lore;
    private final Map<String, TrialTable> tables = new ConcurrentHashMap<>();

    /** @param stores closed by whoever made them */
    public StudyResource(StudyStores stores, StudyLore lore) {
        this.stores = stores;
        this.lore = lore;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                about(Route.get(PATH, "Says how a study stands.", this::head))
                        .answers(
                                "What is sought, what was tried, the best so far and why, and what people have decided."),
                about(Route.post(
                                PATH + "/order",
                                "Pauses, stops or opens a study, for all its workers on whichever machine.",
                                Takes.json(
                                        Given.required("standing", Kind.TEXT, "open, paused or stopped."),
                                        Given.optional("reason", Kind.TEXT, "Why, for whoever looks later.")),
                                this::order))
                        .answers("How the study stands now, and whether that is new."),
                about(Route.get(PATH + "/trials", "Lists trials in any order, a page at a time.", this::trials))
                        .with(Given.optional(
                                "sort", Kind.TEXT, "The name of a column; by the number of the trial else."))
                        .with(Given.optional("descending", Kind.TRUTH, "Whether the largest come first."))
                        .with(Given.optional(
                                "state", Kind.TEXT, "Only trials that stand so: completed, failed, running ..."))
                        .with(Given.optional(
                                "search",
                                Kind.TEXT,
                                "Only trials whose values are so: learning_rate > 0.01, optimizer = sgd"))
                        .with(Given.optional("from", Kind.WHOLE, "How many rows are left out before."))
                        .with(Given.optional(
                                "count", Kind.WHOLE, "How many rows, at most " + MOST_ROWS + "; 200 else."))
                        .answers("The columns, and the rows as lists in their order."),
                about(Route.get(PATH + "/trials/{trial}", "Says all about one trial.", this::trial))
                        .in("trial", "Its number, from 0.")
                        .answers("Its configuration, why it was tried, its curve and what became of it."));
    }

    static Route about(Route route) {
        return route.in("store", "The id of a store, as /api/stores lists them.")
                .in("study", "The name of the study.");
    }

    private Study study(Call call) {
        return stores.study(call.path("store"), call.path("study"));
    }

    private Set<Integer> held(String store, String study) {
        return stores.store(store).leases(study).stream()
                .map(Store.Lease::trial)
                .collect(Collectors.toSet());
    }

    private Answer head(Call call) {
        var study = study(call);
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put(
                "created_at",
                Form.of(stores.store(call.path("store"))
                        .find(study.spec().name())
                        .map(record -> record.createdAt().toString())
                        .orElse("")));
        entries.putAll(StudyForms.spec(study).entries());
        entries.put("by_hand", Form.of(lore.byHand(study)));
        entries.put("state", StudyForms.state(study, held(call.path("store"), call.path("study"))));
        if (StudyForms.seeksFront(study)) {
            entries.put(
                    "front_trials",
                    Form.of(study.history().front(study.spec().problem()).stream()
                            .map(trial -> Form.of(trial.number()))
                            .toList()));
        } else {
            lore.choice(study)
                    .ifPresent(found -> entries.put(
                            "chosen",
                            Answer.map(
                                    "trial", Form.of(found.chosen().trial().number()),
                                    "value", Form.of(found.chosen().mean()),
                                    "why", Form.of(found.reason()),
                                    "configuration",
                                            SpaceForms.toForm(found.chosen().configuration()))));
        }
        study.enough().ifPresent(reason -> entries.put("ended", Form.of(reason)));
        return Answer.of(Form.of(entries));
    }

    private Answer order(Call call) {
        var study = study(call);
        var word = call.body().text("standing");
        var standing = Arrays.stream(Standing.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("standing", word, "is not known", "open, paused or stopped?"));
        if (lore.byHand(study)) {
            throw Refusal.conflict(
                    "study",
                    study.spec().name(),
                    "is a training by hand: only its own process ends it",
                    "Ctrl-C there?");
        }
        var reason =
                call.body().findText("reason").filter(text -> !text.isBlank()).orElse("by hand in the studio");
        boolean isNew =
                standing == Standing.OPEN ? study.reopen(reason, Optional.empty()) : study.order(standing, reason);
        study.refresh();
        return Answer.of(
                Answer.map("standing", Form.of(study.history().standing().word()), "new", Form.of(isNew)));
    }

    private Answer trials(Call call) {
        var study = study(call);
        long from = call.findWhole("from").orElse(0L);
        long count = call.findWhole("count").orElse(200L);
        if (from < 0 || from > Integer.MAX_VALUE / 2) {
            throw new InvalidInputException("from", from, "must be 0 or more", "");
        }
        if (count < 1 || count > MOST_ROWS) {
            throw new InvalidInputException("count", count, "must be from 1 to " + MOST_ROWS, "");
        }
        var wanted = new TrialTable.Wanted(
                call.find("sort").orElse("trial"),
                call.truth("descending"),
                call.find("state").orElse(""),
                call.find("search").orElse(""),
                (int) from,
                (int) count);
        var key = call.path("store") + "/" + call.path("study");
        return Answer.of(tables.computeIfAbsent(key, each -> new TrialTable())
                .page(study, held(call.path("store"), call.path("study")), wanted));
    }

    private Answer trial(Call call) {
        var study = study(call);
        var history = study.history();
        var text = call.path("trial");
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < 0 || number >= history.size()) {
            throw Refusal.unknown(
                    "trial",
                    text,
                    history.size() == 0 ? "later? There is none yet." : "one from 0 to " + (history.size() - 1) + "?");
        }
        return Answer.of(
                StudyForms.trial(study, history, history.trial(number), held(call.path("store"), call.path("study"))));
    }

    @Override
    public Optional<Live> live(String topic) {
        if (!topic.startsWith(TOPIC)) {
            return Optional.empty();
        }
        int slash = topic.indexOf('/', TOPIC.length());
        if (slash < 0) {
            return Optional.empty();
        }
        var store = topic.substring(TOPIC.length(), slash);
        var name = topic.substring(slash + 1);
        stores.study(store, name);
        return Optional.of(new Live() {
            @Override
            public Form now() {
                return StudyForms.state(stores.study(store, name), held(store, name));
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(1);
            }
        });
    }
}
