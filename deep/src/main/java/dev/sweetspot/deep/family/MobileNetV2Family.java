package dev.sweetspot.deep.family;

import dev.sweetspot.deep.transfer.Blueprint;
import dev.sweetspot.deep.transfer.Blueprints;
import dev.sweetspot.space.Configuration;

/** {@link Blueprints#mobileNetV2}. */
public final class MobileNetV2Family extends KnownFamily {
    @Override
    public String name() {
        return "mobilenet_v2";
    }

    @Override
    public String help() {
        return "MobileNet-v2 as it was published (Sandler et al. 2018), for images of about 224 pixels and for weights of others.";
    }

    @Override
    public String inWords(Configuration configuration) {
        return "MobileNet-v2 as it was published";
    }

    @Override
    Blueprint blueprint(int classes, double dropout) {
        return Blueprints.mobileNetV2(classes, dropout);
    }

    @Override
    int leastSide() {
        return 8;
    }
}
