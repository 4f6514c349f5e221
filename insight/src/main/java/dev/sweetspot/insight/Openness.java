package dev.sweetspot.insight;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import java.util.List;

/** Which parameters of a space leave anything to choose: of forty settings of a network a search changes ten. */
public final class Openness {
    private Openness() {}

    /** Whether a parameter has more than one value. */
    public static boolean isOpen(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return real.low() < real.high();
        }
        if (parameter instanceof IntegerParameter whole) {
            return whole.low() < whole.high();
        }
        if (parameter instanceof BooleanParameter) {
            return true;
        }
        return ((ListedParameter<?>) parameter).choices().size() > 1;
    }

    /** Those of a study, in the order of its space. */
    public static List<Parameter<?>> open(Studied studied) {
        return studied.space().parameters().stream().filter(Openness::isOpen).toList();
    }
}
