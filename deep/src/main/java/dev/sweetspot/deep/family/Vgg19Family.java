package dev.sweetspot.deep.family;

import dev.sweetspot.deep.transfer.Blueprint;
import dev.sweetspot.deep.transfer.Blueprints;
import dev.sweetspot.space.Configuration;

/** {@link Blueprints#vgg19}. */
public final class Vgg19Family extends KnownFamily {
    @Override
    public String name() {
        return "vgg19";
    }

    @Override
    public String help() {
        return "VGG-19 as it was published (Simonyan and Zisserman 2015): 140 million numbers, very slow; for weights of others.";
    }

    @Override
    public String inWords(Configuration configuration) {
        return "VGG-19 as it was published";
    }

    @Override
    Blueprint blueprint(int classes, double dropout) {
        return Blueprints.vgg19(classes, dropout);
    }

    @Override
    int leastSide() {
        return 32;
    }
}
