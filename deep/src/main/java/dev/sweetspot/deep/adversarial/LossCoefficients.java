package dev.sweetspot.deep.adversarial;

import dev.sweetspot.space.About;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;

/** The parameters that adversarial losses have. */
final class LossCoefficients {
    /** Salimans et al. 2016, section 3.4: one-sided; beyond 0.3 real and drawn images are hardly told apart. */
    static final RealParameter LABEL_SMOOTHING = Parameter.real("discriminator.label_smoothing", 0, 0.3)
            .withStep(0.05)
            .withDefault(0.1)
            .with(About.help("How much less than certain the discriminator is to be that a real image is real, so that "
                            + "it does not become too sure of itself for the generator to learn from it. 0 is certain; "
                            + "beyond 0.3 it hardly tells real from drawn any more. Drawn images are never smoothed.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** Arjovsky et al. 2017 use 0.01; with more than 0.1 the critic is not held back at all. */
    static final RealParameter WEIGHT_CLIP = Parameter.real("discriminator.weight_clip", 1e-3, 0.1)
            .logarithmic()
            .withDefault(0.01)
            .with(About.help("How large any number inside the discriminator may become, which keeps its judgement from "
                            + "changing too fast. Below 0.001 it says nothing, above 0.1 it is not held back.")
                    .withUsualChange(new UsualChange.Factor(3)));

    private LossCoefficients() {}
}
