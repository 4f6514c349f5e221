/**
 * Support vector machines by LIBSVM (Chang and Lin 2011, https://doi.org/10.1145/1961189.1961199).
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.svm.SvmFamily} the family; {@code Solving} asks the library for one machine
 *   <li>{@code Machine} what tells two classes apart, or a number; {@code SvmModel} all of them and the rows they need
 *   <li>{@code Sigmoid} makes a probability of what a machine says; {@code Coupling} those of all classes of those of pairs
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.svm;

import org.jspecify.annotations.NullMarked;
