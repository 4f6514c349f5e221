package dev.sweetspot.deep.training.loss;

import dev.sweetspot.space.About;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;

/** The parameters that losses share. */
public final class LossSettings {
    /** Szegedy et al. 2016; above 0.2 the doubt outweighs what the labels say. */
    public static final RealParameter LABEL_SMOOTHING = Parameter.real("label_smoothing", 0, 0.2)
            .withStep(0.05)
            .withDefault(0.05)
            .with(About.NOTHING
                    .withHelp(
                            "How much doubt is put into the labels while training. A little keeps the network from being "
                                    + "too sure of itself; above 0.2 the doubt outweighs what the labels say.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    private LossSettings() {}
}
