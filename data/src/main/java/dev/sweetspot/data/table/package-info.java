/**
 * From tables as text to {@link dev.sweetspot.data.TableSet}s and {@link dev.sweetspot.data.SequenceSet}s: which column is
 * what, and what is to be predicted.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.table.Tables} reads tables, {@link dev.sweetspot.data.table.Sequences} series in long form;
 *       {@link dev.sweetspot.data.table.TableOptions} how
 *   <li>{@code RawTable}, {@code RawColumn}, {@code Reading}, {@code CellSink}: columns as they stand in the file
 *   <li>{@code ColumnChoice}, {@code Dates}: which of them are learnt from, and as what
 *   <li>{@code Target}, {@code Enough}: what is to be predicted, and whether there is enough of it
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.table;

import org.jspecify.annotations.NullMarked;
