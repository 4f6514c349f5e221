package dev.sweetspot.deep.family;

import dev.sweetspot.deep.transfer.Blueprint;
import dev.sweetspot.deep.transfer.Blueprints;
import dev.sweetspot.space.Configuration;

/** {@link Blueprints#resNet18}. */
public final class ResNet18Family extends KnownFamily {
    @Override
    public String name() {
        return "resnet18";
    }

    @Override
    public String help() {
        return "ResNet-18 as it was published (He et al. 2016), for images of about 224 pixels and for weights of others.";
    }

    @Override
    public String inWords(Configuration configuration) {
        return "ResNet-18 as it was published";
    }

    @Override
    Blueprint blueprint(int classes, double dropout) {
        return Blueprints.resNet18(classes, dropout);
    }

    @Override
    int leastSide() {
        return 8;
    }
}
