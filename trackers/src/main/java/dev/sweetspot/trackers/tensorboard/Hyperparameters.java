package dev.sweetspot.trackers.tensorboard;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.trackers.Tracked;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the view of hyperparameters is told: the space, and the values of each trial. */
final class Hyperparameters {
    private static final String EXPERIMENT = "_hparams_/experiment";
    private static final String BEGIN = "_hparams_/session_start_info";
    private static final String END = "_hparams_/session_end_info";

    private static final int TEXT = 1;
    private static final int TRUTH = 2;
    private static final int NUMBER = 3;
    private static final int VALIDATION = 2;

    private Hyperparameters() {}

    /** The space with its ranges, and what is sought. */
    static byte[] experiment(Tracked study) {
        var experiment = new Message().text(6, study.spec().name()).real(3, Events.seconds(study.createdAt()));
        study.space().parameters().forEach(parameter -> experiment.message(4, info(parameter)));
        metrics(study)
                .forEach(name -> experiment.message(
                        5,
                        new Message()
                                .message(1, new Message().text(2, outcome(name)))
                                .text(3, name)
                                .whole(5, VALIDATION)));
        return Events.hparams(study.createdAt(), EXPERIMENT, new Message().message(2, experiment));
    }

    private static List<String> metrics(Tracked study) {
        var problem = study.spec().problem();
        return Stream.concat(
                        problem.objectives().stream().map(objective -> objective.name()),
                        problem.constraints().stream().map(constraint -> constraint.name()))
                .distinct()
                .toList();
    }

    /** Under what name the value stands that a trial has in the end. */
    static String outcome(String name) {
        return "outcome/" + name;
    }

    /**
     * The values of a trial.
     *
     * @param group trials of one configuration are in one group
     */
    static byte[] begin(Tracked study, Configuration configuration, String group, Instant at) {
        var info = new Message();
        for (var value : configuration.values().entrySet()) {
            var shown = study.space()
                    .find(value.getKey())
                    .map(parameter -> value(parameter, value.getValue()))
                    .orElseGet(() -> plain(value.getValue()));
            info.message(1, new Message().text(1, value.getKey()).message(2, shown));
        }
        info.text(4, group).real(5, Events.seconds(at));
        return Events.hparams(at, BEGIN, new Message().message(3, info));
    }

    /** How it ended. */
    static byte[] end(boolean failed, Instant at) {
        var info = new Message().whole(1, failed ? 2 : 1).real(2, Events.seconds(at));
        return Events.hparams(at, END, new Message().message(4, info));
    }

    private static Message info(Parameter<?> parameter) {
        var info = new Message()
                .text(1, parameter.name())
                .text(3, parameter.about().help());
        if (parameter instanceof RealParameter real) {
            return info.whole(4, NUMBER).message(6, interval(real.low(), real.high()));
        }
        if (parameter instanceof IntegerParameter whole) {
            return info.whole(4, NUMBER).message(6, interval(whole.low(), whole.high()));
        }
        if (parameter instanceof BooleanParameter) {
            return info.whole(4, TRUTH)
                    .message(5, new Message().message(1, plain(false)).message(1, plain(true)));
        }
        var listed = (ListedParameter<?>) parameter;
        var values = new Message();
        listed.choices().forEach(choice -> values.message(1, choice(listed, choice)));
        return info.whole(4, ofNumbers(listed) ? NUMBER : TEXT).message(5, values);
    }

    private static Message interval(double low, double high) {
        return new Message().real(1, low).real(2, high);
    }

    private static <T> Message value(Parameter<T> parameter, Object value) {
        var checked = parameter.check(value);
        return parameter instanceof ListedParameter<T> listed && !ofNumbers(listed)
                ? plain(parameter.label(checked))
                : plain(checked);
    }

    private static Message choice(ListedParameter<?> listed, Choice<?> choice) {
        return ofNumbers(listed) ? plain(choice.value()) : plain(choice.label());
    }

    private static boolean ofNumbers(ListedParameter<?> listed) {
        return listed.choices().stream().allMatch(choice -> choice.value() instanceof Number);
    }

    /** A {@code google.protobuf.Value}. */
    private static Message plain(Object value) {
        if (value instanceof Number number) {
            return new Message().real(2, number.doubleValue());
        }
        return value instanceof Boolean truth
                ? new Message().whole(4, truth ? 1 : 0)
                : new Message().text(3, value.toString());
    }
}
