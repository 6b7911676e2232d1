// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The direction in which the code may depend on itself: one way from the catalog to the execution, engines at the
 * edge, a database, a terminal and the end of the process each in few places.
 */
class DirectionTest {
    /** In the order in which data goes; a stage sees only the stages before it. */
    private static final List<String> STAGES = List.of(
            "catalog",
            "script",
            "migration",
            "source",
            "gap",
            "alignment",
            "plan",
            "execute",
            "migrate",
            "workload",
            "review");

    private static final String[] ENGINES = {"dev.plumbline.postgres..", "dev.plumbline.sqlite.."};

    /** The rooms of PostgreSQL's engine; each sees only those before it. */
    private static final List<String> ROOMS = List.of(
            "sql",
            "trash",
            "introspect",
            "observe",
            "session",
            "seed",
            "workload",
            "change",
            "technique",
            "creation",
            "expand",
            "plan");

    /** Where a database is talked to. */
    private static final String[] TALK_TO_A_DATABASE = {
        "dev.plumbline.source..",
        "dev.plumbline.execute..",
        "dev.plumbline.migrate..",
        "dev.plumbline.workload..",
        "dev.plumbline.engine..",
        "dev.plumbline.postgres..",
        "dev.plumbline.sqlite..",
        "dev.plumbline.embedded..",
        "dev.plumbline.libsql..",
        "dev.plumbline.cli.."
    };

    /** Classes elsewhere that may use {@code java.sql}, by full name, each with its reason beside it. */
    private static final Set<String> MAY_USE_JDBC_TOO = Set.of(
            // The way in for an application that has a DataSource.
            "dev.plumbline.OpenDatabase",
            "dev.plumbline.Migrations",
            "dev.plumbline.Plumbline",
            "dev.plumbline.Plumbline$Look",
            // A migration in Java is handed a connection; none is opened there.
            "dev.plumbline.migration.JavaMigration",
            "dev.plumbline.migration.JavaMigrations",
            "dev.plumbline.migration.MigrationScript$Java",
            "dev.plumbline.migration.MigrationScript$Work");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.plumbline");

    @Test
    void theProductionClassesAreSeen() {
        // Every other rule here passes on an empty set, so that a package may come after its rule.
        assertThat(PRODUCTION.contain("dev.plumbline.cli.Main")).isTrue();
    }

    @Test
    void noCycleRunsThroughPackages() {
        check(slices().matching("dev.plumbline.(*)..").should().beFreeOfCycles());
    }

    @Test
    void aStageSeesOnlyEarlierStages() {
        for (int i = 0; i < STAGES.size(); i++) {
            String[] later = STAGES.subList(i + 1, STAGES.size()).stream()
                    .map(DirectionTest::packageOf)
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(packageOf(STAGES.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .as("stage '" + STAGES.get(i) + "' sees only earlier stages"));
        }
    }

    @Test
    void noStageImportsAnEngine() {
        check(noClasses()
                .that(resideInAnyPackage(packagesOf(
                        "catalog",
                        "script",
                        "migration",
                        "source",
                        "gap",
                        "alignment",
                        "plan",
                        "execute",
                        "migrate",
                        "workload",
                        "review")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINES)
                .because("a role interface lives with the stage that calls it, and an engine implements it"));
    }

    @Test
    void noStageSeesTheFacade() {
        check(noClasses()
                .that(resideInAnyPackage("dev.plumbline.."))
                .and(not(resideInAnyPackage("dev.plumbline", "dev.plumbline.report..", "dev.plumbline.embedded..")))
                .and(not(resideInAnyPackage("dev.plumbline.cli..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.plumbline.Plumbline"));
    }

    @Test
    void aRoomOfAnEngineSeesOnlyThoseBeforeIt() {
        for (int i = 0; i < ROOMS.size(); i++) {
            String[] others = Stream.concat(
                            Stream.of("dev.plumbline.postgres"),
                            ROOMS.subList(i + 1, ROOMS.size()).stream().map(DirectionTest::room))
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(room(ROOMS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .as("room '" + ROOMS.get(i) + "' sees only rooms before it"));
        }
    }

    @Test
    void nobodyElseEntersARoomOfAnEngine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.plumbline.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOMS.stream().map(DirectionTest::room).toArray(String[]::new))
                .because("they are public for each other alone"));
    }

    @Test
    void everyRoomOfAnEngineHasItsPlace() {
        assertThat(PRODUCTION.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("dev.plumbline.postgres."))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        ROOMS.stream().map(DirectionTest::room).toList());
    }

    private static String room(String name) {
        return "dev.plumbline.postgres." + name;
    }

    @Test
    void oneEngineDoesNotKnowTheOther() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.plumbline.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.plumbline.sqlite.."));
        check(noClasses()
                .that()
                .resideInAPackage("dev.plumbline.sqlite..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.plumbline.postgres.."));
    }

    @Test
    void jdbcIsUsedOnlyWhereADatabaseIsTalkedTo() {
        check(noClasses()
                .that(not(resideInAnyPackage(TALK_TO_A_DATABASE)))
                .and(areNotNamedIn(MAY_USE_JDBC_TOO))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql.."));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that(not(resideInAnyPackage("dev.plumbline.cli..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a library hands values to its caller, who alone knows where output goes"));
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        check(noClasses()
                .that(not(resideInAnyPackage("dev.plumbline.cli..")))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class));
    }

    @Test
    void coreDependsOnNothingButTheJdk() {
        String[] otherModules = packagesOf("report", "embedded", "libsql", "cli");
        check(classes()
                .that(resideInAnyPackage("dev.plumbline.."))
                .and(not(resideInAnyPackage(otherModules)))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.plumbline..", "java..", "javax..", "jdk..", "org.jspecify..")
                                .and(not(resideInAnyPackage(otherModules)))));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCTION);
    }

    private static DescribedPredicate<JavaClass> areNotNamedIn(Set<String> names) {
        return describe("are not excepted by name", type -> !names.contains(type.getFullName()));
    }

    private static String packageOf(String name) {
        return "dev.plumbline." + name + "..";
    }

    private static String[] packagesOf(String... names) {
        return List.of(names).stream().map(DirectionTest::packageOf).toArray(String[]::new);
    }
}
