/**
 * Maps of data: items laid out in a plane so that like ones are neighbours, as a workload.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.embedding.EmbeddingWorkload} tries settings of t-SNE
 *   <li>{@link dev.sweetspot.embedding.Items} what is laid out: rows, series or images as points
 * </ul>
 */
@NullMarked
package dev.sweetspot.embedding;

import org.jspecify.annotations.NullMarked;
