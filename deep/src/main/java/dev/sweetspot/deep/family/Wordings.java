package dev.sweetspot.deep.family;

import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;

/** Parameters of one side of an adversarial training, whose help says of which. */
final class Wordings {
    private Wordings() {}

    static Parameter<?> named(Parameter<?> parameter, Side side) {
        var about = parameter.about();
        return with(
                parameter.named(side.prefix() + parameter.name()), about.withHelp(side.whose() + lower(about.help())));
    }

    private static String lower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static Parameter<?> with(Parameter<?> parameter, About about) {
        if (parameter instanceof RealParameter real) {
            return real.with(about);
        }
        if (parameter instanceof IntegerParameter integer) {
            return integer.with(about);
        }
        if (parameter instanceof BooleanParameter truth) {
            return truth.with(about);
        }
        if (parameter instanceof OrdinalParameter<?> ordinal) {
            return ordinal.with(about);
        }
        return ((CategoricalParameter<?>) parameter).with(about);
    }
}
