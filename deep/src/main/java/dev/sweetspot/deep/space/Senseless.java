package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Mixing;
import dev.sweetspot.deep.training.loss.LossSettings;
import dev.sweetspot.deep.training.rescaling.PerImage;
import dev.sweetspot.deep.training.sampling.Sampling;
import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;
import java.util.ServiceLoader;

/** Why settings that there are make no sense where nothing is to be predicted. */
public final class Senseless {
    private Senseless() {}

    /**
     * Refuses a setting that makes no sense for a task, with the reason.
     *
     * @throws InvalidInputException where it makes none
     */
    public static void refuse(Task.Kind task, String name, String value) {
        why(task, name, value).ifPresent(reason -> {
            throw new InvalidInputException(
                    name, value, "makes no sense for " + task.word() + ": " + reason, "leave it out?");
        });
    }

    private static Optional<String> why(Task.Kind task, String name, String value) {
        if (!task.blind()) {
            return Optional.empty();
        }
        if (name.equals(BatchParameters.CLASS_WEIGHTS.name()) || name.equals(LossSettings.FOCAL_GAMMA.name())) {
            return Optional.of("it weighs examples by their classes, and classes are not looked at");
        }
        if (name.equals(LossSettings.LABEL_SMOOTHING.name())) {
            return Optional.of("it puts doubt into labels, and labels are not looked at");
        }
        if (name.equals(EnsembleParameters.MEMBERS.name())) {
            return Optional.of(
                    task == Task.Kind.GENERATION
                            ? "what two networks draw from the same random numbers has nothing in common, and its mean is "
                                    + "no image"
                            : "the mean of what several networks make again hides what each of them makes badly, and that "
                                    + "is what is looked for");
        }
        if (name.equals(TransferParameters.NAME) || TransferParameters.DEPENDENT.contains(name)) {
            return Optional.of("pre-trained networks know classes, and not how to make images again");
        }
        if (Augmentations.installed().stream()
                .anyMatch(change ->
                        change instanceof Mixing && change.parameter().name().equals(name))) {
            return Optional.of("it mixes two classes, and a mixture is no image that is to be made");
        }
        if (name.equals("sampling")
                && ServiceLoader.load(Sampling.class, Sampling.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .anyMatch(each -> each.byClass() && each.name().equals(value))) {
            return Optional.of("it goes by classes, and classes are not looked at");
        }
        if (name.equals(InputParameters.RESCALE.name()) && value.equals(new PerImage().name())) {
            return Optional.of(
                    "it takes the brightness and the contrast of each image away, which belong to what is to be "
                            + "made again");
        }
        if (name.equals(DataParameters.SCALING.name()) && value.equals(Scaling.QUANTILE.word())) {
            return Optional.of("ranks do not say how far a number is off");
        }
        return Optional.empty();
    }
}
