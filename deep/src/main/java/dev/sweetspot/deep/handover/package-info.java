/** Taking a trained network home: ONNX, TorchScript, and readable PyTorch with the weights beside it. */
@NullMarked
package dev.sweetspot.deep.handover;

import org.jspecify.annotations.NullMarked;
