package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.Fields;
import java.util.function.Function;

/**
 * A kind of layer as files know it.
 *
 * @param name "dense"
 * @param reader from {@link Layer#settings} back to the layer; what a file of before does not say has the value that was
 *     the only one then
 */
public record Kind(String name, Function<Fields, Layer> reader) {}
