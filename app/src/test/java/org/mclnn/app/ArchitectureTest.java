package org.mclnn.app;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The modules as layers: core, io, what people look at, the command line. Pages show figures; the rest of what is seen is apart. */
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
                        "org.mclnn.evaluation",
                        "org.mclnn.diagnostics")
                .layer("simd")
                .definedBy("org.mclnn.simd")
                .layer("io")
                .definedBy("org.mclnn.io")
                .layer("chart")
                .definedBy("org.mclnn.app.chart")
                .layer("terminal")
                .definedBy("org.mclnn.app.terminal")
                .layer("figure")
                .definedBy("org.mclnn.app.figure")
                .layer("page")
                .definedBy("org.mclnn.app.page")
                .layer("study")
                .definedBy("org.mclnn.app.study")
                .layer("report")
                .definedBy("org.mclnn.app.report")
                .layer("config")
                .definedBy("org.mclnn.app.config")
                .layer("paper")
                .definedBy("org.mclnn.app.paper")
                .layer("cli")
                .definedBy("org.mclnn.app.cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("simd")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("terminal")
                .mayOnlyBeAccessedByLayers("cli", "config")
                .whereLayer("paper")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("study")
                .mayOnlyBeAccessedByLayers("cli", "paper")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("cli", "paper", "report")
                .whereLayer("figure")
                .mayOnlyBeAccessedByLayers("cli", "page", "paper", "report")
                .whereLayer("chart")
                .mayOnlyBeAccessedByLayers("cli", "terminal", "figure")
                .whereLayer("io")
                .mayOnlyBeAccessedByLayers("cli", "study", "paper", "report", "config")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.mclnn"));
    }
}
