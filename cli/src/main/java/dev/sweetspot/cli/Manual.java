package dev.sweetspot.cli;

import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ImageSpace;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/** All parameters that can be set, as they are for a typical data set. */
final class Manual {
    private Manual() {}

    static SearchSpace space() {
        return ImageSpace.of(Families.installed(), new ModelFamily.DataSize(new Shape.Image(64, 64, 3), 1000, 10));
    }

    static List<Parameter<?>> parameters() {
        var all = new ArrayList<>(space().parameters());
        all.addAll(Apart.parameters());
        return all;
    }
}
