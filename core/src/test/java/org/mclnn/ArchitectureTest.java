package org.mclnn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may use whom, and what would make numbers depend on the machine, the clock or chance. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mclnn");

    /** Methods whose result is not the same on every machine and in every run, or that write where nobody asked. */
    private static final Map<String, Set<String>> FORBIDDEN = new TreeMap<>(Map.of(
            "java.lang.Math",
            Set.of(
                    "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan",
                    "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "random"),
            "java.lang.System",
            Set.of("nanoTime", "currentTimeMillis", "out", "err", "getenv"),
            "java.util.Set",
            Set.of("of", "copyOf"),
            "java.util.Map",
            Set.of("of", "ofEntries", "copyOf"),
            "java.util.stream.Collectors",
            Set.of("toSet", "toMap", "groupingBy", "partitioningBy"),
            "java.util.Locale",
            Set.of("getDefault", "setDefault")));

    private static final Set<String> FORBIDDEN_ANYWHERE =
            Set.of("parallel", "parallelStream", "parallelSort", "parallelPrefix", "parallelSetAll");

    private static final Set<String> FORBIDDEN_CLASSES = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.Hashtable",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.atomic.DoubleAdder",
            "java.util.concurrent.atomic.DoubleAccumulator",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.UUID");

    private static final ArchRule REPRODUCIBLE = noClasses()
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the result depends on machine, clock or chance") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    AccessTarget target = access.getTarget();
                    var owner = target.getOwner().getFullName();
                    return FORBIDDEN_CLASSES.contains(owner)
                            || FORBIDDEN.getOrDefault(owner, Set.of()).contains(target.getName())
                            || (owner.startsWith("java.util.") && FORBIDDEN_ANYWHERE.contains(target.getName()));
                }
            })
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "java.lang.System.Logger", "org.slf4j..", "java.io..", "java.nio..");

    private static ArchRule layer(String layer, String... below) {
        var allowed = new ArrayList<>(List.of(
                "java.lang..", "java.util..", "java.math..", "org.jspecify.annotations..", "org.mclnn." + layer));
        for (var other : below) {
            allowed.add(other);
        }
        return classes()
                .that()
                .resideInAPackage("org.mclnn." + layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(new String[0]));
    }

    @Test
    void eachPackageUsesOnlyThoseBeforeIt() {
        layer("kernel").check(CORE);
        layer("potential", "org.mclnn.kernel").check(CORE);
        layer("dynamics", "org.mclnn.kernel", "org.mclnn.potential").check(CORE);
        layer("optimisation", "org.mclnn.kernel", "org.mclnn.potential", "org.ejml..")
                .check(CORE);
        layer(
                        "training",
                        "org.mclnn.kernel",
                        "org.mclnn.potential",
                        "org.mclnn.dynamics",
                        "org.mclnn.optimisation",
                        "org.ejml..")
                .check(CORE);
        layer(
                        "baseline",
                        "org.mclnn.kernel",
                        "org.mclnn.potential",
                        "org.mclnn.dynamics",
                        "org.mclnn.optimisation",
                        "org.mclnn.training",
                        "org.ejml..",
                        "org.hipparchus..")
                .check(CORE);
        layer("evaluation", "org.mclnn.potential", "org.mclnn.dynamics", "org.mclnn.training")
                .check(CORE);
        layer(
                        "diagnostics",
                        "org.mclnn.potential",
                        "org.mclnn.dynamics",
                        "org.mclnn.optimisation",
                        "org.mclnn.training",
                        "org.ejml..")
                .check(CORE);
        classes()
                .should()
                .resideInAnyPackage(
                        "org.mclnn.kernel",
                        "org.mclnn.potential",
                        "org.mclnn.dynamics",
                        "org.mclnn.optimisation",
                        "org.mclnn.training",
                        "org.mclnn.baseline",
                        "org.mclnn.evaluation",
                        "org.mclnn.diagnostics")
                .check(CORE);
        slices().matching("org.mclnn.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void nothingDependsOnTheMachineTheClockOrChance() {
        REPRODUCIBLE.check(CORE);
    }

    @Test
    void recordsHoldNoArrays() {
        recordRule().check(CORE);
    }

    private static ArchRule recordRule() {
        return fields().that()
                .areDeclaredInClassesThat(new DescribedPredicate<JavaClass>("are records") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isRecord();
                    }
                })
                .and()
                .areNotStatic()
                .should()
                .haveRawType(new DescribedPredicate<JavaClass>("no array") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !type.isArray();
                    }
                });
    }

    /** One sin each, to show that the rules see them. */
    @SuppressWarnings({"unused", "ArrayRecordComponent"})
    private static final class Sins {
        static final class Power {
            double of(double x) {
                return Math.pow(x, 1.5);
            }
        }

        static final class Reference {
            double of(double[] x) {
                return Arrays.stream(x).map(Math::exp).sum();
            }
        }

        static final class Parallel {
            double of(double[] x) {
                return Arrays.stream(x).parallel().sum();
            }
        }

        static final class Hash {
            Map<String, String> of() {
                return new HashMap<>();
            }
        }

        static final class Clock {
            long now() {
                return System.nanoTime();
            }
        }

        static final class Chance {
            double next() {
                return new Random().nextDouble();
            }
        }

        static final class Printing {
            void print() {
                System.out.println();
            }
        }

        static final class Adder {
            double sum() {
                return new java.util.concurrent.atomic.DoubleAdder().sum();
            }
        }

        static final class Files {
            boolean exists(Path path) {
                return java.nio.file.Files.exists(path);
            }
        }

        record Leaking(double[] values) {}
    }

    @Test
    void theRulesSeeEachSin() {
        for (var sin : Sins.class.getDeclaredClasses()) {
            var seen = new ClassFileImporter().importClasses(sin);
            var rule = sin.isRecord() ? recordRule() : REPRODUCIBLE;
            assertThat(rule.evaluate(seen).hasViolation())
                    .as(sin.getSimpleName())
                    .isTrue();
        }
        assertThat(Sins.class.getDeclaredClasses()).hasSize(10);
    }
}
