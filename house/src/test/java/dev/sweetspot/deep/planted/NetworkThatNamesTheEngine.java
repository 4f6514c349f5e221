package dev.sweetspot.deep.planted;

import org.bytedeco.pytorch.Tensor;

/** Planted: native code named outside its room. */
public final class NetworkThatNamesTheEngine {
    Tensor tensor = new Tensor();
}
