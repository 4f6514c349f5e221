/**
 * A computation as data, for handing over to other tools: values, and operations that each know how ONNX and PyTorch write
 * them. Images flow as N x C x H x W, sequences as N x T x C, rows as N x C; N is the batch.
 */
@NullMarked
package dev.sweetspot.deep.graph;

import org.jspecify.annotations.NullMarked;
