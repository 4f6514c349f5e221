package dev.sweetspot.cli;

import dev.sweetspot.form.Json;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.Subject;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.PreferenceForms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A study file that names data, as the words of {@code sweetspot tune}.
 *
 * @param path of the file, whose space tune reads itself
 * @param folder from which the data are named
 */
record FileAsTune(Path path, StudyFile file, Subject.Training training, Path folder) {
    /**
     * The words.
     *
     * @param given what was said in the call: it comes last, and counts where both say something
     */
    List<String> with(List<String> given) {
        var words = new ArrayList<String>();
        words.add(folder.resolve(training.path()).toString());
        say(words, given, "--name", file.name());
        say(words, given, "--seed", Long.toString(file.seed()));
        if (!training.families().isEmpty()) {
            say(words, given, "--family", String.join(",", training.families()));
        }
        if (!file.space().parameters().isEmpty()) {
            say(words, given, "--space", path.toString());
        }
        file.sought()
                .forEach(sought ->
                        words.addAll(List.of("--objective", sought.objective().name())));
        file.limits().forEach(limit -> words.addAll(List.of("--limit", rule(limit))));
        if (!file.preference().equals(Preference.front())) {
            say(words, given, "--prefer", Json.write(PreferenceForms.toForm(file.preference())));
        }
        file.prior().first().forEach(first -> words.addAll(List.of("--try", Json.write(SpaceForms.toForm(first)))));
        file.prior().learnFrom().forEach(place -> words.addAll(List.of("--learn-from", place)));
        for (var part : file.budget() instanceof Budget.AnyOf any ? any.parts() : List.of(file.budget())) {
            if (part instanceof Budget.Trials trials) {
                say(words, given, "--trials", Integer.toString(trials.most()));
            } else if (part instanceof Budget.WallClock clock) {
                say(words, given, Minutes.OPTION, Double.toString(clock.most().toMillis() / 60_000.0));
            }
        }
        words.addAll(given);
        return words;
    }

    /** An option that was said in the call is not said twice. */
    private static void say(List<String> words, List<String> given, String option, String value) {
        if (given.stream().noneMatch(word -> word.equals(option) || word.startsWith(option + "="))) {
            words.addAll(List.of(option, value));
        }
    }

    private static String rule(Constraint limit) {
        return limit.name() + (limit.bound() == Constraint.Bound.AT_MOST ? "<=" : ">=") + limit.limit();
    }
}
