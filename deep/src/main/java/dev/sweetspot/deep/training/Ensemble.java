package dev.sweetspot.deep.training;

import dev.sweetspot.data.learner.Course;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Average;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.tensor.Scope;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Several networks of the same layers, each trained by itself, as the one network that averages them: {@link Average}. It
 * learns nothing more.
 */
public final class Ensemble implements Trained {
    private final Module module;
    private final Training.Setting setting;
    private final double epochs;
    private final Course course;
    private final int members;
    private final Readout readout;

    /**
     * Puts networks together.
     *
     * @param one a training of one of them, which stays open
     * @param states what each of them has learnt, at least one
     * @param course how all of them were trained
     */
    public Ensemble(Session one, List<Module.State> states, Training.Setting setting, Course course) {
        var own = one.readout().orElse(Readout.IDENTITY);
        var average =
                new Average(Collections.nCopies(states.size(), one.network().layers()), own);
        var network = new Network(
                one.network().input(), List.of(average), one.network().initializer());
        var together = together(one.network(), network, states);
        Native.useThreads(setting.threads());
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assert scope != null && off != null;
            this.module =
                    new Module(network, together.weights(), setting.precision().type(), setting.device());
            module.set(together);
        }
        this.setting = setting;
        this.epochs = one.epochs();
        this.course = course;
        this.members = states.size();
        this.readout = average.readoutBehind();
    }

    /**
     * What each network has learnt, as the average holds it: each number where the part of its network has it.
     *
     * @param one of the networks
     * @param all the average of so many as there are states
     */
    static Module.State together(Network one, Network all, List<Module.State> states) {
        var weights = new float[Math.toIntExact(Weights.count(all))];
        var statistics = new float[Weights.statisticsCount(all)];
        var places = new HashMap<String, Long>();
        Weights.of(all).forEach(placed -> places.put(placed.path(), placed.start()));
        Weights.statistics(all).forEach(placed -> places.put(placed.path(), placed.start()));
        for (int i = 0; i < states.size(); i++) {
            var prefix = "0." + Average.part(i) + ".";
            for (var placed : Weights.of(one)) {
                int to = Math.toIntExact(places.getOrDefault(prefix + placed.path(), -1L));
                System.arraycopy(states.get(i).weights(), (int) placed.start(), weights, to, (int) placed.size());
            }
            for (var placed : Weights.statistics(one)) {
                int to = Math.toIntExact(places.getOrDefault(prefix + placed.path(), -1L));
                int size = placed.statistic().size();
                System.arraycopy(states.get(i).statistics(), (int) placed.start(), statistics, to, size);
            }
        }
        return new Module.State(weights, statistics);
    }

    @Override
    public double epochs() {
        return epochs;
    }

    @Override
    public Course course() {
        return course;
    }

    @Override
    public int members() {
        return members;
    }

    @Override
    public float[][] predict(int[] examples) {
        Native.useThreads(setting.threads());
        return Predictor.predict(module, setting.examples(), examples, setting.precision(), readout);
    }

    @Override
    public Module.State state() {
        return module.state();
    }

    @Override
    public Network network() {
        return module.network();
    }

    @Override
    public Optional<Readout> readout() {
        return Optional.of(readout);
    }

    @Override
    public void close() {
        module.close();
    }
}
