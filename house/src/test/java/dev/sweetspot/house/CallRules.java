package dev.sweetspot.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What no room but the command line does: it is an argument there, or an answer to the caller. */
final class CallRules {
    private static final String OUTSIDE_CLI = "dev.sweetspot.cli..";

    private static final Set<String> DATES = Set.of(
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName(),
            Instant.class.getName());

    private CallRules() {}

    static ArchRule noEnvironment() {
        return outsideCli("read the environment", method(System.class, "getenv"));
    }

    static ArchRule noUnseededRandomness() {
        return outsideCli(
                "draw from a generator that nobody seeded",
                constructorWithoutArguments(Random.class)
                        .or(constructorWithoutArguments(SplittableRandom.class))
                        .or(method(Math.class, "random"))
                        .or(method(ThreadLocalRandom.class, "current"))
                        .or(method(RandomGenerator.class, "getDefault")));
    }

    static ArchRule noClock() {
        return outsideCli(
                "look at the clock of the machine",
                method(System.class, "currentTimeMillis")
                        .or(constructorWithoutArguments(Date.class))
                        .or(method(Clock.class, "systemUTC"))
                        .or(method(Clock.class, "systemDefaultZone"))
                        .or(method(InstantSource.class, "system"))
                        .or(access -> DATES.contains(access.getTargetOwner().getName())
                                && access.getTarget().getName().equals("now")
                                && access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getRawParameterTypes().isEmpty()));
    }

    static ArchRule noExit() {
        return outsideCli(
                "end the process",
                method(System.class, "exit").or(method(Runtime.class, "exit")).or(method(Runtime.class, "halt")));
    }

    static ArchRule noTerminal() {
        return outsideCli(
                "write to the terminal",
                method(System.class, "out")
                        .or(method(System.class, "err"))
                        .or(method(System.class, "in"))
                        .or(method(System.class, "console"))
                        .or(access -> access.getTarget().getName().equals("printStackTrace")
                                && access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getRawParameterTypes().isEmpty()));
    }

    private static Predicate<JavaAccess<?>> method(Class<?> owner, String name) {
        return access -> access.getTargetOwner().isEquivalentTo(owner)
                && access.getTarget().getName().equals(name);
    }

    private static Predicate<JavaAccess<?>> constructorWithoutArguments(Class<?> owner) {
        return access -> access.getTargetOwner().isEquivalentTo(owner)
                && access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static ArchRule outsideCli(String what, Predicate<JavaAccess<?>> forbidden) {
        return classes()
                .that()
                .resideOutsideOfPackage(OUTSIDE_CLI)
                .should(new ArchCondition<JavaClass>("not " + what) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getAccessesFromSelf().stream()
                                .filter(forbidden)
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.violated(access, access.getDescription())));
                    }
                })
                .allowEmptyShould(true)
                .as("only the command line may " + what);
    }
}
