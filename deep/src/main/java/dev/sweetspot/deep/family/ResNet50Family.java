package dev.sweetspot.deep.family;

import dev.sweetspot.deep.transfer.Blueprint;
import dev.sweetspot.deep.transfer.Blueprints;
import dev.sweetspot.space.Configuration;

/** {@link Blueprints#resNet50}. */
public final class ResNet50Family extends KnownFamily {
    @Override
    public String name() {
        return "resnet50";
    }

    @Override
    public String help() {
        return "ResNet-50 as it was published (He et al. 2016), for images of about 224 pixels and for weights of others; slow.";
    }

    @Override
    public String inWords(Configuration configuration) {
        return "ResNet-50 as it was published";
    }

    @Override
    Blueprint blueprint(int classes, double dropout) {
        return Blueprints.resNet50(classes, dropout);
    }

    @Override
    int leastSide() {
        return 8;
    }
}
