package dev.sweetspot.cli;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.family.ClassicFamily;
import dev.sweetspot.classic.family.TableSize;
import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The families that a person named: those of networks and those of classical models stand in one list, because whoever wants
 * the best model for a table need not know the difference.
 *
 * @param networks by name; where neither these nor others were named, the usual networks are meant
 * @param classical models
 * @param all whether nobody named any, but asked for all: then those are left out that take minutes for the data
 */
record FamilyChoice(List<String> networks, List<ClassicFamily> classical, boolean all) {
    /** All that learn from tables. */
    private static final String ALL = "all";

    private static final String MOST_OFTEN_THE_BEST = "xgboost";

    /** Keeps copies. */
    FamilyChoice {
        networks = List.copyOf(networks);
        classical = List.copyOf(classical);
    }

    /**
     * The families of these names.
     *
     * @throws InvalidInputException when one is not installed
     */
    static FamilyChoice of(List<String> names) {
        if (names.contains(ALL)) {
            var able = Families.able(new Shape.Row(1), Task.Kind.CLASSIFICATION);
            return new FamilyChoice(able.stream().map(ModelFamily::name).toList(), ClassicFamilies.usual(), true);
        }
        var ofNetworks = Families.installed().stream().map(ModelFamily::name).toList();
        var ofClassics =
                ClassicFamilies.installed().stream().map(ClassicFamily::name).toList();
        var known = Stream.of(ofNetworks, ofClassics, List.of(ALL))
                .flatMap(List::stream)
                .toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new InvalidInputException("family", name, "is not known", DidYouMean.maybe(name, known));
            }
        }
        return new FamilyChoice(
                names.stream().filter(ofNetworks::contains).distinct().toList(),
                ClassicFamilies.named(
                        names.stream().filter(ofClassics::contains).distinct().toList()),
                false);
    }

    /** The classical ones to try on a table; of all of them, what is most often the best comes first and is the default. */
    List<ClassicFamily> classical(TableSize data) {
        return all
                ? ClassicFamilies.usual(data).stream()
                        .sorted(Comparator.comparing(family -> !family.name().equals(MOST_OFTEN_THE_BEST)))
                        .toList()
                : classical;
    }

    /** Whether only networks are tried. */
    boolean ofNetworks() {
        return classical.isEmpty();
    }

    /** Whether networks are tried beside classical models. */
    boolean mixed() {
        return !classical.isEmpty() && !networks.isEmpty();
    }
}
