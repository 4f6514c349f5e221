/**
 * Apache Parquet, as little of it as tables of studies need: {@link dev.sweetspot.trackers.table.parquet.Parquet}.
 *
 * <p>Source: the specification at github.com/apache/parquet-format, version 2.11: {@code README.md} (the file),
 * {@code Encodings.md} (PLAIN, and RLE/bit-packed hybrid), {@code LogicalTypes.md} (texts and times) and
 * {@code parquet.thrift} (the numbers of the fields); and the compact protocol of Apache Thrift.
 */
@NullMarked
package dev.sweetspot.trackers.table.parquet;

import org.jspecify.annotations.NullMarked;
