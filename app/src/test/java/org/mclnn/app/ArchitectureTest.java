package org.mclnn.app;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The modules as layers: core, io, what people look at, the command line. */
class ArchitectureTest {
    @Test
    void eachLayerUsesOnlyThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy(
                        "org.mclnn.kernel",
                        "org.mclnn.potential",
                        "org.mclnn.dynamics",
                        "org.mclnn.training",
                        "org.mclnn.baseline",
                        "org.mclnn.evaluation")
                .layer("simd")
                .definedBy("org.mclnn.simd")
                .layer("io")
                .definedBy("org.mclnn.io")
                .layer("report")
                .definedBy("org.mclnn.app.report")
                .layer("cli")
                .definedBy("org.mclnn.app.cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("simd")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("io")
                .mayOnlyBeAccessedByLayers("cli", "report")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.mclnn"));
    }
}
