package dev.sweetspot.deep.handover;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.training.augmentation.Augmentation;
import dev.sweetspot.deep.training.sampling.Selection;
import dev.sweetspot.form.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The training of a model as a function of Python, and in words what is not in it. */
final class PyTorchTraining {
    private static final String NOISE = """

            @torch.no_grad()
            def add_noise(kernels, deviation):
                \"""Adds a normal draw to each number, in units of its kernel's own spread; answers what they were.\"""
                clean = [p.clone() for p in kernels]
                for p in kernels:
                    p.add_(torch.randn_like(p), alpha=(deviation * p.square().mean().sqrt()).item())
                return clean


            @torch.no_grad()
            def take_back(kernels, clean):
                for p, before in zip(kernels, clean):
                    p.copy_(before)

            """;

    private final Lesson lesson;
    private final boolean series;

    /** @param series whether the network gets series */
    PyTorchTraining(Lesson lesson, boolean series) {
        this.lesson = lesson;
        this.series = series;
    }

    String text() {
        var recipe = lesson.recipe();
        var rate = recipe.rate();
        var optimizer = recipe.optimizer().torch(rate.highest());
        var loss = recipe.loss().torch(lesson.task());
        return """


                # All hyperparameters it was trained with.
                HYPERPARAMETERS = json.loads(\"""
                %s
                \""")
                %s

                def rate_factor(progress):
                    \"""The learning rate over the training, from 0 to 1.\"""
                    if progress < %s:
                        return max(0.01, progress / %s) * schedule(0.0)
                    return schedule((progress - %s) / (1 - %s))


                def schedule(p):
                    return %s


                def flip(x, side):
                    mirrored = torch.rand(len(x), 1, 1, 1) < 0.5
                    return torch.where(mirrored, x.flip(side), x)


                def shift(x, pixels):
                    \"""Moves each image by whole pixels; what comes in is the mean of the batch.\"""
                    margin = x.mean([0, 2, 3], keepdim=True).expand(len(x), -1, x.size(2) + 2 * pixels, x.size(3) + 2 * pixels)
                    framed = margin.clone()
                    framed[:, :, pixels:-pixels, pixels:-pixels] = x
                    places = torch.randint(0, 2 * pixels + 1, (len(x), 2)).tolist()
                    windows = [framed[i, :, a : a + x.size(2), b : b + x.size(3)] for i, (a, b) in enumerate(places)]
                    return torch.stack(windows)


                def changed(x):
                    \"""What is changed at random in a batch, anew each time.\"""
                %s    return x

                %s
                def train(targets, *inputs, epochs=%s, seed=%d):
                    \"""Trains a new network, for targets (%s) and inputs of all training items.\"""
                    torch.manual_seed(seed)
                    network = Network()
                    trained = read_safetensors("model.safetensors")
                    with torch.no_grad():  # how inputs are scaled is learnt from the data, not by the training
                        for name, buffer in network.named_buffers():
                            if "." not in name:
                                buffer.copy_(trained[name])
                    kernels = [p for p in network.parameters() if p.dim() > 1]
                    others = [p for p in network.parameters() if p.dim() <= 1]
                    groups = [{"params": kernels, "weight_decay": %s}, {"params": others, "weight_decay": 0.0}]
                    optimizer = %s
                    size = min(%d, len(targets))
                    steps = max(1, len(targets) // size)
                    highest = [group["lr"] for group in optimizer.param_groups]
                    for step in range(round(epochs * steps)):
                        if step %% steps == 0:
                            order = torch.randperm(len(targets))
                        batch = order[step %% steps * size : (step %% steps + 1) * size]
                        for group, rate in zip(optimizer.param_groups, highest):
                            group["lr"] = rate * rate_factor(step / (epochs * steps))
                        network.train()
                %s        outputs = network(%s)
                        loss = compare(outputs, targets[batch])%s
                        optimizer.zero_grad()
                        loss.backward()
                %s%s        optimizer.step()
                    return network.eval()


                def compare(outputs, targets):
                    return %s
                """.formatted(
                        Json.writeIndented(lesson.configuration()).strip(),
                        remarks(),
                        rate.warmup(),
                        rate.warmup() > 0 ? rate.warmup() : 1,
                        rate.warmup(),
                        rate.warmup(),
                        rate.schedule().python().orElse("1.0"),
                        changes(),
                        withNoise() ? NOISE : "",
                        String.format(Locale.ROOT, "%.4g", lesson.epochs()),
                        lesson.seed(),
                        targets(),
                        recipe.regularization().weightDecay(),
                        optimizer.orElse("torch.optim.AdamW(groups, lr=" + rate.highest() + ")"),
                        recipe.batchSize(),
                        withNoise() ? "        clean = add_noise(kernels, " + noise() + ")\n" : "",
                        lesson.changes().isEmpty() ? "*(each[batch] for each in inputs)" : "changed(inputs[0][batch])",
                        penalty().isEmpty() || withNoise() ? "" : " + " + penalty(),
                        withNoise() ? afterNoise() : "",
                        recipe.regularization().gradientClip() > 0
                                ? "        nn.utils.clip_grad_norm_(network.parameters(), "
                                        + recipe.regularization().gradientClip() + ")\n"
                                : "",
                        loss.orElse(
                                lesson.task() == Task.Kind.CLASSIFICATION
                                        ? "F.cross_entropy(outputs, targets)"
                                        : "F.mse_loss(outputs, targets)"));
    }

    private String targets() {
        return switch (lesson.task()) {
            case CLASSIFICATION -> "the number of the class of each";
            case REGRESSION -> "N x 1, scaled to mean 0 and deviation 1";
            case RECONSTRUCTION -> "the scaled inputs, a row an item, channels last";
            case GENERATION ->
                throw new IllegalStateException("two networks learn from each other, and not from targets");
        };
    }

    /** What is added to the loss for large kernels; empty where nothing is. */
    private String penalty() {
        var regularization = lesson.recipe().regularization();
        var terms = new ArrayList<String>();
        if (regularization.l1() > 0) {
            terms.add(regularization.l1() + " * sum(p.abs().sum() for p in kernels)");
        }
        if (regularization.l2() > 0) {
            terms.add(regularization.l2() / 2 + " * sum((p * p).sum() for p in kernels)");
        }
        return String.join(" + ", terms);
    }

    private double noise() {
        return lesson.recipe().regularization().weightNoise();
    }

    private boolean withNoise() {
        return noise() > 0;
    }

    /** Penalties are for the weights themselves, so their gradients come after the noise is gone. */
    private String afterNoise() {
        return "        take_back(kernels, clean)\n"
                + (penalty().isEmpty() ? "" : "        (" + penalty() + ").backward()\n");
    }

    private String changes() {
        return lesson.changes().stream()
                .map(change -> change.torch().orElse(""))
                .flatMap(String::lines)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }

    /** What the function below does otherwise than the training did, as comments. */
    private String remarks() {
        var recipe = lesson.recipe();
        var remarks = new ArrayList<String>();
        remarks.add("Random numbers are others here, so a training gives a network as good, not the same one");
        remarks.add("First weights are those that PyTorch draws");
        if (lesson.members() > 1) {
            remarks.add(
                    "It is the average of " + lesson.members()
                            + " networks, each of which was trained by itself; here all are trained together, by their average");
        }
        if (recipe.optimizer().torch(1).isEmpty()) {
            remarks.add(
                    "It was trained by " + recipe.optimizer().name() + ", which PyTorch has not: AdamW stands for it");
        }
        if (recipe.loss().torch(lesson.task()).isEmpty()) {
            remarks.add("Its loss was " + recipe.loss().name()
                    + ", which is not written here: the usual one stands for it");
        }
        if (recipe.rate().schedule().python().isEmpty()) {
            remarks.add("Its learning rate followed " + recipe.rate().schedule().name() + ", and stays as it is here");
        }
        if (lesson.task() == Task.Kind.RECONSTRUCTION && series) {
            remarks.add("What is behind the end of a series counted nothing, and counts here where lengths differ");
        }
        if (recipe.regularization().ema() > 0) {
            remarks.add("Its weights are the average of those of many steps, and are those of the last step here");
        }
        if (!recipe.selection().equals(Selection.USUAL)) {
            remarks.add("Examples were chosen or weighted by class, and are shuffled here");
        }
        var left = lesson.changes().stream()
                .filter(change -> change.torch().isEmpty())
                .map(Augmentation::inWords)
                .toList();
        if (!left.isEmpty()) {
            remarks.add("Images were also " + String.join(", ", left) + ", and are not here");
        }
        return comments(remarks);
    }

    private static String comments(List<String> sentences) {
        return sentences.stream().map(sentence -> "# " + sentence + ".\n").collect(Collectors.joining());
    }
}
