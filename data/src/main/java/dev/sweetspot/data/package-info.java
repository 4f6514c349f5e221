/**
 * The words of data: what a data set is, what can be learnt from it, which part of it is for what, and what it looks like
 * on average (floor 1 of this room: the packages below it import it, it imports none of them).
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.DataSet} data of any kind; {@link dev.sweetspot.data.Task} what is known of its items
 *   <li>{@link dev.sweetspot.data.Imbalance} classes that are much rarer than others
 *   <li>{@link dev.sweetspot.data.TableSet} of {@link dev.sweetspot.data.Column}s, {@link dev.sweetspot.data.RowNames};
 *       {@link dev.sweetspot.data.SequenceSet} of series; {@link dev.sweetspot.data.Groups} of items that belong together
 *   <li>{@link dev.sweetspot.data.ImageSet} all images, decoded once, in one compact buffer
 *   <li>{@link dev.sweetspot.data.ImageSetBuilder} the one way to make one, from many threads
 *   <li>{@link dev.sweetspot.data.ImageShape}, {@link dev.sweetspot.data.Depth} the form of its pixels
 *   <li>{@link dev.sweetspot.data.Part}, {@link dev.sweetspot.data.Parts}, {@link dev.sweetspot.data.GivenParts} who
 *       trains, who chooses, who measures
 *   <li>{@link dev.sweetspot.data.ChannelStatistics} mean and spread of each channel
 *   <li>{@link dev.sweetspot.data.Loaded}, {@link dev.sweetspot.data.Skipped} what loading brought, and what not
 *   <li>{@link dev.sweetspot.data.Progress} how far a long piece of work is
 *   <li>{@link dev.sweetspot.data.Shown} names from files, made safe to print
 * </ul>
 *
 * <p>Packages on top: {@code image} (one image file to samples), {@code format} (how files make a data set),
 * {@code split} (drawing parts), {@code metric} (predictions and how good they are), {@code learner} (what trains on
 * data and can be measured), {@code source} (where data comes from, and how it is split).
 */
@NullMarked
package dev.sweetspot.data;

import org.jspecify.annotations.NullMarked;
