package dev.sweetspot.deep.tensor;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** What a tensor's elements are. */
public enum ElementType {
    /** 32-bit floating point. */
    FLOAT32(ScalarType.Float, 4),
    /** 16-bit floating point with the exponent of 32 bits: half the memory traffic, 8 bits of precision. */
    BFLOAT16(ScalarType.BFloat16, 2),
    /** 64-bit whole numbers: class labels. */
    INT64(ScalarType.Long, 8);

    private final ScalarType nativeType;
    private final int bytes;

    ElementType(ScalarType nativeType, int bytes) {
        this.nativeType = nativeType;
        this.bytes = bytes;
    }

    ScalarType nativeType() {
        return nativeType;
    }

    boolean isThatOf(org.bytedeco.pytorch.Tensor tensor) {
        // What comes out of native code is a copy of the constant until it is interned.
        return tensor.scalar_type().intern() == nativeType;
    }

    static ElementType of(org.bytedeco.pytorch.Tensor tensor) {
        for (var type : values()) {
            if (type.isThatOf(tensor)) {
                return type;
            }
        }
        throw new IllegalArgumentException("a tensor of " + tensor.scalar_type().intern());
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }
}
