/**
 * Tables as text: which character parts the cells, where a cell begins and ends, and what it says.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.csv.CsvFile} one file with its header; {@code Separators} what parts its cells
 *   <li>{@link dev.sweetspot.data.csv.Cells} a walk through its cells
 *   <li>{@code Decimals} from digits to numbers
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.csv;

import org.jspecify.annotations.NullMarked;
