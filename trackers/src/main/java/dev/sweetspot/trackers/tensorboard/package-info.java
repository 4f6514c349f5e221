/**
 * Event files of TensorBoard: {@link dev.sweetspot.trackers.tensorboard.TensorBoard}.
 *
 * <p>Source: {@code event.proto}, {@code summary.proto} and {@code tensor.proto} of github.com/tensorflow/tensorboard
 * (tensorboard/compat/proto), {@code plugin_data.proto} and {@code api.proto} of its hparams plugin, and the framing of
 * records in TensorFlow's {@code record_writer.h}; all as of TensorBoard 2.21.
 */
@NullMarked
package dev.sweetspot.trackers.tensorboard;

import org.jspecify.annotations.NullMarked;
