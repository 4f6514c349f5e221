package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.StableRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The best that is known of each challenge: from a file of best known values, from the papers of the functions, or else
 * from a long search.
 */
final class Optima {
    private static final int RANDOM_POINTS = 501;
    private static final int GRID = 300;

    private final Optional<MapForm> file;

    /** @param file {@code best.json} of a folder of recorded runs: by challenge a value or a front, and references */
    Optima(Optional<Path> file) {
        this.file = file.map(path -> {
            try {
                return Json.parseMap(Files.readString(path), path.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("the best known values in " + path + " cannot be read", e);
            }
        });
    }

    Known of(Challenge challenge) {
        return fromFile(challenge).or(() -> fromPaper(challenge)).orElseGet(() -> searched(challenge));
    }

    private Optional<Known> fromFile(Challenge challenge) {
        return file.flatMap(all -> all.find(challenge.name()).map(best -> {
            if (!(best instanceof ListForm list)) {
                return Known.of(RunForms.doubles(best)[0]);
            }
            var reference = all.find("reference")
                    .flatMap(map -> Fields.of(map).find(challenge.name()))
                    .map(RunForms::doubles)
                    .orElseGet(() -> new double[0]);
            return new Known(
                    list.items().stream().map(RunForms::doubles).toList(),
                    Arrays.stream(reference).boxed().toList());
        }));
    }

    private static Optional<Known> fromPaper(Challenge challenge) {
        var minimum = minimum(challenge.name());
        if (minimum.isPresent()) {
            return Optional.of(Known.of(minimum.getAsDouble()));
        }
        var front = front(challenge.name());
        return front.isEmpty() ? Optional.empty() : Optional.of(new Known(front, reference(challenge)));
    }

    private static OptionalDouble minimum(String name) {
        return switch (name) {
            case "branin", "branin-limited" -> OptionalDouble.of(0.397887357729738);
            case "hartmann6", "hartmann6-of-30" -> OptionalDouble.of(-3.322368011415515);
            case "rosenbrock6",
                    "rosen-rot6",
                    "gallagher5",
                    "levy10",
                    "levy20",
                    "ackley30",
                    "rosenbrock20",
                    "rastrigin5",
                    "styblinski-tang8",
                    "ackley-choices",
                    "condtree" -> OptionalDouble.of(0);
            default -> OptionalDouble.empty();
        };
    }

    /** Points on the front that the paper of a function gives in closed form; empty where there is none. */
    private static List<double[]> front(String name) {
        var points = new ArrayList<double[]>();
        for (int i = 0; i < GRID; i++) {
            double first = i / (GRID - 1.0);
            var edge = new double[8];
            edge[0] = first;
            switch (name) {
                case "mo-zdt1" -> points.add(Functions.zdt1(edge));
                case "mo-zdt2" -> points.add(Functions.zdt2(edge));
                case "mo-zdt3" -> points.add(Functions.zdt3(edge));
                default -> {}
            }
        }
        int side = (int) Math.sqrt(GRID);
        for (int i = 0; name.equals("mo-dtlz2") && i < side * side; i++) {
            var edge = new double[7];
            Arrays.fill(edge, 0.5);
            int row = i / side;
            edge[0] = row / (side - 1.0);
            edge[1] = (i - row * side) / (side - 1.0);
            points.add(Functions.dtlz2(edge, 3));
        }
        return Fronts.best(points);
    }

    /** The median of random points, objective by objective. */
    private static List<Double> reference(Challenge challenge) {
        var random = new StableRandom(1);
        var encoding = Encoding.of(challenge.problem().space());
        var drawn = new ArrayList<double[]>();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            encoding.draw(random)
                    .ifPresent(configuration -> drawn.add(challenge.losses(challenge
                            .trial()
                            .at(configuration, challenge.problem().fidelity().most()))));
        }
        var reference = new ArrayList<Double>();
        for (int k = 0; k < challenge.problem().objectives().size(); k++) {
            int objective = k;
            reference.add(drawn.stream()
                    .map(losses -> losses[objective])
                    .sorted()
                    .toList()
                    .get(drawn.size() / 2));
        }
        return reference;
    }

    private static Known searched(Challenge challenge) {
        var found = new LongSearch(challenge).run();
        return challenge.kind() == Challenge.Kind.SEVERAL
                ? new Known(found, reference(challenge))
                : Known.of(found.get(0)[0]);
    }

    /** The same, bettered by what the runs themselves have found. */
    static Known bettered(Known known, List<Run> runs) {
        var points = new ArrayList<>(known.front());
        for (var run : runs) {
            if (run.course() instanceof Run.Trials trials) {
                trials.losses().stream()
                        .filter(losses -> !Double.isNaN(losses[0]))
                        .forEach(points::add);
            } else if (run.course() instanceof Run.Epochs epochs) {
                epochs.best().forEach(best -> points.add(new double[] {best}));
            } else if (run.course() instanceof Run.Spent spent) {
                points.addAll(spent.front());
            }
        }
        return points.get(0).length > 1
                ? new Known(Fronts.best(points), known.reference())
                : Known.of(points.stream().mapToDouble(point -> point[0]).min().orElseThrow());
    }
}
