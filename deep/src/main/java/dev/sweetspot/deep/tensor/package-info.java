/**
 * The only room that names the native engine (LibTorch through Bytedeco's presets). It offers what training networks
 * needs and nothing else: tensors in native memory, the layers' arithmetic with automatic gradients, and scopes that
 * give memory back at a known moment.
 *
 * <p>Images lie in memory as N x H x W x C ("channels last") everywhere, which is the faster layout on every processor
 * measured; shapes are still written N x C x H x W, as the engine does.
 */
@NullMarked
package dev.sweetspot.deep.tensor;

import org.jspecify.annotations.NullMarked;
