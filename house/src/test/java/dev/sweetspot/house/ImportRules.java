package dev.sweetspot.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.NullMarked;

/** Arrows run down only. */
final class ImportRules {
    private ImportRules() {}

    /** Covers: core and math import nothing of ours, rooms side by side do not meet, nobody imports the command line. */
    static ArchRule aRoomImportsOnlyRoomsBelow() {
        return classes()
                .should(dependOnlyWhere("import only rooms below their own", (from, to) -> {
                    Optional<String> room = Rooms.roomOf(from);
                    Optional<String> other = Rooms.roomOf(to);
                    return room.isPresent() && other.isPresent() && Rooms.mayImport(room.get(), other.get());
                }))
                .as("a room imports only rooms below it");
    }

    static ArchRule everyClassLivesInARoom() {
        return classes()
                .should(new ArchCondition<JavaClass>("live in a room of the plan") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                type, Rooms.roomOf(type).isPresent(), type.getName() + " lives in no known room"));
                    }
                })
                .as("every class lives in a room of the plan");
    }

    static ArchRule theFloorsOfTheCore() {
        return classes()
                .should(dependOnlyWhere("see only lower floors", (from, to) -> {
                    Optional<String> mine = Rooms.corePackageOf(from);
                    Optional<String> other = Rooms.corePackageOf(to);
                    return mine.isEmpty()
                            || other.isEmpty()
                            || mine.equals(other)
                            || Rooms.FLOORS.get(other.get()) < Rooms.FLOORS.get(mine.get());
                }))
                .as("a package of the core sees only lower floors");
    }

    static ArchRule theCoreNeedsTheJdkOnly() {
        return classes()
                .that(describe(
                        "are in the core", type -> Rooms.corePackageOf(type).isPresent()))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.sweetspot..")
                .allowEmptyShould(true)
                .as("the core needs the JDK only");
    }

    static ArchRule noPackageCircle() {
        return slices().matching("dev.sweetspot.(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** {@code auto} chooses among the others and so sees all of them. */
    static ArchRule algorithmsDoNotMeet(String room) {
        return slices().matching(Rooms.PREFIX + room + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(Rooms.PREFIX + room + ".auto.."), alwaysTrue())
                .allowEmptyShould(true);
    }

    static ArchRule theNativeEngineStaysInItsRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.sweetspot.deep.tensor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .allowEmptyShould(true)
                .as("only dev.sweetspot.deep.tensor names the native engine");
    }

    static ArchRule parsersStayInTheirRooms() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("dev.sweetspot.form..", "dev.sweetspot.yaml..", "dev.sweetspot.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "com.google.gson..",
                        "jakarta.json..",
                        "org.json..",
                        "org.snakeyaml..",
                        "org.yaml..")
                .allowEmptyShould(true)
                .as("JSON and YAML are read in form and yaml only");
    }

    static ArchRule onlyTheClusterNamesSpark() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.sweetspot.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.spark..")
                .allowEmptyShould(true)
                .as("only dev.sweetspot.cluster names Spark");
    }

    static ArchRule everyPackageSettlesNull() {
        return classes()
                .should(new ArchCondition<JavaClass>("lie in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                type,
                                type.getPackage().isAnnotatedWith(NullMarked.class),
                                "the package of " + type.getName() + " is not @NullMarked"));
                    }
                })
                .as("every package is @NullMarked");
    }

    private static ArchCondition<JavaClass> dependOnlyWhere(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (Rooms.isOurs(to)) {
                        events.add(new SimpleConditionEvent(from, allowed.test(from, to), dependency.getDescription()));
                    }
                }
            }
        };
    }
}
