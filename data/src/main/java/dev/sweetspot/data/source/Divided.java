package dev.sweetspot.data.source;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Partition;
import java.util.Optional;

/**
 * Data in memory, in its parts, whoever learns from it.
 *
 * @param source as much as another process needs to load it; empty where no other can
 * @param loaded what loading brought
 * @param partition who trains, validates and tests
 */
public record Divided(Optional<DataSource> source, Loaded<? extends DataSet> loaded, Partition partition) {}
