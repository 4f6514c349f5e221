package dev.sweetspot.insight.report;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import java.util.List;

/** Which parameters of a space leave anything to choose: of forty settings of a network a search changes ten. */
final class Openness {
    private Openness() {}

    static boolean isOpen(Parameter<?> parameter) {
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

    static List<Parameter<?>> open(Studied studied) {
        return studied.space().parameters().stream().filter(Openness::isOpen).toList();
    }
}
